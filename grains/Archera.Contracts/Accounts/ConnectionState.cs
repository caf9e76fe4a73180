namespace Archera.Contracts.Accounts;

/// <summary>Where a claim stands on its way to being connected.</summary>
[GenerateSerializer, Alias("archera.ConnectionState")]
public enum ConnectionState
{
    Issued,
    Verifying,
    Connected,
    Refused,
    Quarantined,
    Suspended,
    Offboarded,
}
