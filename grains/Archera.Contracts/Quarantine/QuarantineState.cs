namespace Archera.Contracts.Quarantine;

[GenerateSerializer, Alias("archera.QuarantineState")]
public enum QuarantineState
{
    /// <summary>It waits for the operator's decision.</summary>
    Open,

    Transferred,
    Refused,

    /// <summary>It needs no decision any more: its role failed, the account became free, or the tenant left.</summary>
    Lapsed,
}
