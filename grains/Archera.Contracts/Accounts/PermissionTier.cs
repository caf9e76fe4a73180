namespace Archera.Contracts.Accounts;

/// <summary>How much the customer's role grants. Our sessions are narrowed to reads in both.</summary>
[GenerateSerializer, Alias("archera.PermissionTier")]
public enum PermissionTier
{
    /// <summary>Explicit read actions only.</summary>
    Trial,

    /// <summary>Wildcard reads and commitment writes granted to the role.</summary>
    Production,
}
