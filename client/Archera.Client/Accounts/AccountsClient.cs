using System.Collections.Immutable;
using Archera.Contracts;
using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Contracts.Tenants;

namespace Archera.Client.Accounts;

/// <summary>The accounts of a tenant's organizations, always with the statement whether they are all of them.</summary>
public sealed class AccountsClient(IGrainFactory grains)
{
    /// <summary>
    /// Lists them. A filter that names a payer account which the tenant never claimed is refused as not found.
    /// </summary>
    public async Task<Answer<AccountReport>> ListAsync(
        TenantId tenant, AccountQuery query, CancellationToken cancellationToken)
    {
        if (!query.PayerAccounts.IsEmpty)
        {
            var profile = await grains.GetGrain<ITenantGrain>(tenant.Value).GetAsync(cancellationToken);
            if (profile is null || !query.PayerAccounts.All(profile.PayerAccounts.Contains))
                return Refusals.NotFound;
        }

        return await grains.GetGrain<ITenantViewGrain>(tenant.Value).GetAccountsAsync(query, cancellationToken);
    }

    /// <summary>How accounts of the tenant's list are read through their own roles.</summary>
    public Task<ImmutableArray<AccountReading>> ReadingsAsync(
        TenantId tenant, ImmutableArray<AccountKey> accounts, CancellationToken cancellationToken) =>
        grains.GetGrain<ITenantViewGrain>(tenant.Value).GetReadingsAsync(accounts, cancellationToken);
}
