namespace Archera.Sandbox.PublicApi;

internal sealed record VerificationAnswer(
    string Connection, string State, IReadOnlyList<VerificationStepAnswer> Steps)
{
    internal bool IsDone => State == "Done";

    internal VerificationStepAnswer? Failure => Steps.FirstOrDefault(step => step.Outcome == "failed");
}
