namespace Archera.Sandbox.Aws.Iam;

public enum PrincipalMatch
{
    None,
    /// <summary>The whole account, or everybody: the caller's own policy must allow the call too.</summary>
    ThroughAccount,
    /// <summary>The caller itself is named: within one account that alone is enough.</summary>
    Directly,
}
