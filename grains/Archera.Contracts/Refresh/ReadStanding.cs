namespace Archera.Contracts.Refresh;

/// <summary>Whether an account is read for the tenant that asks.</summary>
[GenerateSerializer, Alias("archera.ReadStanding")]
public enum ReadStanding
{
    /// <summary>
    /// The account knows no claim of the tenant's. One that the tenant lists has lost its record, for a claim is
    /// stored before it is listed.
    /// </summary>
    Unclaimed,

    /// <summary>The claim never passed, or it has been offboarded: nothing is expected of it.</summary>
    NotConnected,

    /// <summary>The tenant owns the account: it is read, or was.</summary>
    Owned,

    /// <summary>The operator gave the account to another tenant: what was read is out of this one's reach.</summary>
    Displaced,

    /// <summary>The account's stored record can't be read: it does not answer.</summary>
    Unreadable,
}
