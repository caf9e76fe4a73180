using Archera.Contracts.Identity;
using Orleans.Concurrency;

namespace Archera.Contracts.LinkedAccounts;

/// <summary>
/// Who is in a payer account's organization, and who was. Key: <see cref="PayerAccountKey"/> as text.
/// </summary>
[Alias("archera.IOrganizationGrain")]
public interface IOrganizationGrain : IGrainWithStringKey
{
    /// <param name="before">As it was known before that moment of the billing clock; null: as it is known now.</param>
    [Alias("GetOrganization"), AlwaysInterleave, ResponseTimeout("00:00:10")]
    Task<OrganizationView> GetOrganizationAsync(
        TenantId tenant, DateTimeOffset? before, CancellationToken cancellationToken);
}
