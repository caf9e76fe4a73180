namespace Archera.Contracts.Events;

/// <summary>What happened to one of a tenant's connections.</summary>
[GenerateSerializer, Alias("archera.TenantEventKind")]
public enum TenantEventKind
{
    Connected,

    /// <summary>An account that was in use, or could have been, is refused: the detail says why.</summary>
    Refused,

    /// <summary>The role works, and the account is in use: the operator decides.</summary>
    Quarantined,

    /// <summary>A later check found the role open to others, or closed to us: the account is not read.</summary>
    Suspended,

    /// <summary>A suspended connection passed verification again.</summary>
    Restored,

    /// <summary>A new external id waits to take the place of the one in use.</summary>
    ExternalIdIssued,

    /// <summary>The new external id was verified: the older one is never used again.</summary>
    ExternalIdRetired,

    /// <summary>A claim that never passed gave way to a newer one: the account had more than are kept.</summary>
    Lapsed,
}
