namespace Archera.Contracts.Accounts;

[GenerateSerializer, Alias("archera.StepOutcome")]
public enum StepOutcome
{
    Waiting,
    Passed,
    Failed,
    Skipped,
}
