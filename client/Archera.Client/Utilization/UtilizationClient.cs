using Archera.Contracts;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;

namespace Archera.Client.Utilization;

/// <summary>How a tenant's machines are used, always with the statement whether that is whole.</summary>
public sealed class UtilizationClient(IGrainFactory grains)
{
    /// <summary>
    /// Answers the question. A filter that names a payer account which the tenant never claimed is refused as not
    /// found.
    /// </summary>
    public async Task<Answer<UtilizationReport>> GetAsync(
        TenantId tenant, UtilizationQuery query, CancellationToken cancellationToken)
    {
        if (!query.Payers.IsEmpty)
        {
            var profile = await grains.GetGrain<ITenantGrain>(tenant.Value).GetAsync(cancellationToken);
            if (profile is null || !query.Payers.All(profile.PayerAccounts.Contains))
                return Refusals.NotFound;
        }

        return await grains.GetGrain<ITenantViewGrain>(tenant.Value).GetUtilizationAsync(query, cancellationToken);
    }
}
