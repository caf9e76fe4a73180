using Archera.Contracts;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;

namespace Archera.Client.Machines;

/// <summary>The machines of a tenant's linked accounts, always with the statement whether they are whole.</summary>
public sealed class MachinesClient(IGrainFactory grains)
{
    /// <summary>
    /// Answers the question. A filter that names a payer account which the tenant never claimed is refused as not
    /// found.
    /// </summary>
    public async Task<Answer<MachineReport>> GetAsync(
        TenantId tenant, MachineQuery query, CancellationToken cancellationToken)
    {
        if (!query.Payers.IsEmpty)
        {
            var profile = await grains.GetGrain<ITenantGrain>(tenant.Value).GetAsync(cancellationToken);
            if (profile is null || !query.Payers.All(profile.PayerAccounts.Contains))
                return Refusals.NotFound;
        }

        return await grains.GetGrain<ITenantViewGrain>(tenant.Value).GetMachinesAsync(query, cancellationToken);
    }
}
