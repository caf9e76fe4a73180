using Archera.Contracts;
using Archera.Contracts.Identity;
using Archera.Contracts.Reconciliation;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;

namespace Archera.Client.Costs;

/// <summary>A tenant's costs over all its payer accounts, always with the statement whether they are whole.</summary>
public sealed class CostsClient(IGrainFactory grains)
{
    /// <summary>
    /// Answers the question. A filter that names a payer account which the tenant never claimed is refused as not
    /// found:
    /// an empty answer would read as an account without costs.
    /// </summary>
    public async Task<Answer<CostReport>> GetAsync(
        TenantId tenant, CostQuery query, CancellationToken cancellationToken)
    {
        if (!await HasAllAsync(tenant, query, cancellationToken))
            return Refusals.NotFound;
        return await grains.GetGrain<ITenantViewGrain>(tenant.Value).GetCostsAsync(query, cancellationToken);
    }

    /// <summary>What changed between two moments; refused as <see cref="GetAsync"/> is.</summary>
    public async Task<Answer<CostChanges>> GetChangesAsync(
        TenantId tenant, CostChangesQuery query, CancellationToken cancellationToken)
    {
        if (!await HasAllAsync(tenant, query.Costs, cancellationToken))
            return Refusals.NotFound;
        return await grains.GetGrain<ITenantViewGrain>(tenant.Value).GetCostChangesAsync(query, cancellationToken);
    }

    /// <summary>
    /// How the figures of a month compare with AWS's own totals; refused as <see cref="GetAsync"/> is.
    /// </summary>
    public async Task<Answer<ReconciliationReport>> GetReconciliationAsync(
        TenantId tenant, ReconciliationQuery query, CancellationToken cancellationToken)
    {
        if (!await OwnPayers.HaveAsync(grains, tenant, query.PayerAccounts, cancellationToken))
            return Refusals.NotFound;
        return await grains.GetGrain<ITenantViewGrain>(tenant.Value).GetReconciliationAsync(query, cancellationToken);
    }

    private Task<bool> HasAllAsync(TenantId tenant, CostQuery query, CancellationToken cancellationToken)
    {
        var filters = query.Filters.Where(filter => filter.Dimension == CostDimension.PayerAccount);
        var named = filters.SelectMany(filter => filter.Values).Select(PayerAccountKey.Parse).ToArray();
        return OwnPayers.HaveAsync(grains, tenant, named, cancellationToken);
    }
}
