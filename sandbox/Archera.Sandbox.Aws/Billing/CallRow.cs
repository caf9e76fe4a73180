namespace Archera.Sandbox.Aws.Billing;

/// <summary>The calls of one account to one API since the process started.</summary>
/// <param name="Account">
/// The account that the calls are about: the target role's for AssumeRole, else the caller's.
/// </param>
public sealed record CallRow(
    string Account, string Service, string Operation, long Sent, long Succeeded, long Throttled, long Failed);
