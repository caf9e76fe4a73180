using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Quarantine;

/// <summary>A claim on an account that another tenant uses, as the operator sees it.</summary>
/// <param name="UsedBy">The tenant that used the account, or its payer account, when the claim was quarantined.</param>
/// <param name="EndedAt">When it was decided or lapsed; null while it is open.</param>
/// <param name="Reason">The operator's own words; null without a decision.</param>
[GenerateSerializer, Immutable, Alias("archera.QuarantinedClaim")]
public sealed record QuarantinedClaim(
    [property: Id(0)] ClaimId Id,
    [property: Id(1)] PermissionTier Tier,
    [property: Id(2)] ConnectionMode Mode,
    [property: Id(3)] TenantId? UsedBy,
    [property: Id(4)] DateTimeOffset Since,
    [property: Id(5)] QuarantineState State = QuarantineState.Open,
    [property: Id(6)] DateTimeOffset? EndedAt = null,
    [property: Id(7)] string? Reason = null)
{
    /// <summary>
    /// The id of the operator's key that decided; null without a decision, or where it was not kept yet.
    /// </summary>
    [Id(8)]
    public string? DecidedBy { get; init; }
}
