namespace Archera.Sandbox.PublicApi;

internal sealed record BackfillAnswer(
    DateOnly? FirstDay,
    DateOnly? LastDay,
    int Months,
    int Calls,
    string CostUsd,
    string State,
    int DoneCalls,
    string SpentUsd,
    string? Detail)
{
    internal bool IsRunning => State == "Running";

    internal bool IsDone => State == "Done";
}
