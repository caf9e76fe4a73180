using Archera.Client.Costs;
using Archera.Contracts;
using Archera.Contracts.Commitments;
using Archera.Contracts.Identity;
using Archera.Contracts.Tenants;

namespace Archera.Client.Commitments;

/// <summary>
/// A tenant's Savings Plans and reservations over all its payer accounts, always with the statement whether they are
/// whole.
/// </summary>
public sealed class CommitmentsClient(IGrainFactory grains)
{
    /// <summary>
    /// Answers the question. A filter that names a payer account which the tenant never claimed is refused as not
    /// found.
    /// </summary>
    public async Task<Answer<CommitmentReport>> GetAsync(
        TenantId tenant, CommitmentQuery query, CancellationToken cancellationToken)
    {
        if (!await OwnPayers.HaveAsync(grains, tenant, query.PayerAccounts, cancellationToken))
            return Refusals.NotFound;
        return await grains.GetGrain<ITenantViewGrain>(tenant.Value).GetCommitmentsAsync(query, cancellationToken);
    }

    /// <summary>What AWS recommends to buy; refused as <see cref="GetAsync"/> is.</summary>
    public async Task<Answer<RecommendationReport>> GetRecommendationsAsync(
        TenantId tenant, RecommendationQuery query, CancellationToken cancellationToken)
    {
        if (!await OwnPayers.HaveAsync(grains, tenant, query.PayerAccounts, cancellationToken))
            return Refusals.NotFound;
        return await grains.GetGrain<ITenantViewGrain>(tenant.Value).GetRecommendationsAsync(query, cancellationToken);
    }
}
