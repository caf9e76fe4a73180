namespace Archera.Contracts.Events;

/// <summary>What happened to one of a tenant's connections.</summary>
[GenerateSerializer, Alias("archera.TenantEventKind")]
public enum TenantEventKind
{
    Connected,

    /// <summary>A verification failed for a reason that the customer has to mend.</summary>
    Refused,

    /// <summary>The role works, and the account is in use: an operator decides.</summary>
    Quarantined,

    /// <summary>A later check found the role open to others, or closed to us.</summary>
    Suspended,

    /// <summary>A suspended connection passed verification again.</summary>
    Restored,

    ExternalIdIssued,

    /// <summary>A newer external id was verified: the older one is never used again.</summary>
    ExternalIdRetired,

    Offboarded,
}
