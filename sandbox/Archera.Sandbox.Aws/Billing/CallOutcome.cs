namespace Archera.Sandbox.Aws.Billing;

public enum CallOutcome
{
    Succeeded,
    Throttled,
    Failed,
}
