using Archera.Contracts.Accounts;
using Archera.Contracts.Quarantine;

namespace Archera.Gateway.Quarantine;

/// <summary>A claim on an account that another tenant uses.</summary>
/// <param name="ClaimId">What to decide it by.</param>
/// <param name="PayerAccount">The payer account that is claimed.</param>
/// <param name="TenantId">Who claims it.</param>
/// <param name="UsedByTenantId">Who used it, or its payer account, when the claim was quarantined.</param>
/// <param name="Tier">How much the claimant's role grants.</param>
/// <param name="Mode">Whether it is claimed as a payer or as a linked account alone.</param>
/// <param name="Since">When it was quarantined, UTC.</param>
/// <param name="State">Open until it is decided; Lapsed when it needs no decision any more.</param>
/// <param name="EndedAt">When it was decided or lapsed, UTC; null while it is open.</param>
/// <param name="Reason">The operator's words with the decision; null without one.</param>
/// <param name="DecidedBy">The id of the operator's key that decided; null without a decision.</param>
public sealed record QuarantinedClaimResource(
    string ClaimId,
    string PayerAccount,
    string TenantId,
    string? UsedByTenantId,
    PermissionTier Tier,
    ConnectionMode Mode,
    DateTime Since,
    QuarantineState State,
    DateTime? EndedAt,
    string? Reason,
    string? DecidedBy)
{
    internal static QuarantinedClaimResource Of(QuarantinedClaim claim) => new(
        claim.Id.ToString(),
        claim.Id.PayerAccount.ToString(),
        claim.Id.Tenant.Value,
        claim.UsedBy?.Value,
        claim.Tier,
        claim.Mode,
        claim.Since.UtcDateTime,
        claim.State,
        claim.EndedAt?.UtcDateTime,
        claim.Reason,
        claim.DecidedBy);
}
