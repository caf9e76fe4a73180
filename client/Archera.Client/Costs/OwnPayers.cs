using Archera.Contracts.Identity;
using Archera.Contracts.Tenants;

namespace Archera.Client.Costs;

/// <summary>Whether a filter names payer accounts that the tenant ever claimed, and no others.</summary>
internal static class OwnPayers
{
    public static async Task<bool> HaveAsync(
        IGrainFactory grains,
        TenantId tenant,
        IReadOnlyCollection<PayerAccountKey> named,
        CancellationToken cancellationToken)
    {
        if (named.Count == 0)
            return true;
        var profile = await grains.GetGrain<ITenantGrain>(tenant.Value).GetAsync(cancellationToken);
        return profile is not null && named.All(profile.PayerAccounts.Contains);
    }
}
