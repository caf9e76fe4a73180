using Archera.Contracts.Events;
using Archera.Contracts.Identity;
using Archera.Contracts.Quarantine;

namespace Archera.Grains.Accounts;

/// <summary>
/// Something that happened to a claim, stored with the change itself and kept until those whom it concerns have stored
/// it too.
/// </summary>
[GenerateSerializer, Immutable, Alias("archera.state.AccountNotice")]
public sealed record AccountNotice(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] TenantId Tenant,
    [property: Id(2)] TenantEventKind Kind,
    [property: Id(3)] string Detail)
{
    /// <summary>What the operator's list gets; null unless the claim was quarantined.</summary>
    [Id(4)]
    public QuarantinedClaim? Opened { get; init; }

    /// <summary>What ended the claim's quarantine; null unless something did.</summary>
    [Id(5)]
    public QuarantineState? Ended { get; init; }

    /// <summary>Notices of the tenant's between the one before and this that were lost: too many waited.</summary>
    [Id(8)]
    public int LostBefore { get; init; }

    /// <summary>Who decided it, and why; null where nobody did.</summary>
    [Id(7)]
    public DecisionNote? Note { get; init; }
}
