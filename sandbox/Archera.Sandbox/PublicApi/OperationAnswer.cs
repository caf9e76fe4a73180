namespace Archera.Sandbox.PublicApi;

internal sealed record OperationAnswer(string Id, string State)
{
    internal bool IsRunning => State == "Running";
}
