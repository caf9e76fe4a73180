namespace Archera.Gateway.Receipts;

/// <summary>Whether a role still opened when its account was left.</summary>
public enum LastAssumeRoleOutcome
{
    NotTried,
    StillOpen,
    Refused,
    Unknown,
}
