using Archera.Contracts.Identity;

namespace Archera.Contracts.Tenants;

/// <summary>The list of tenants. One grain, key <see cref="Key"/>.</summary>
[Alias("archera.ITenantIndexGrain")]
public interface ITenantIndexGrain : IGrainWithStringKey
{
    const string Key = "tenants";

    /// <summary>
    /// Creates a tenant. The same idempotency key with the same name returns the tenant it made before; with another
    /// name it is refused with <see cref="RefusalCodes.IdempotencyKeyReused"/>.
    /// </summary>
    [Alias("Create")]
    Task<Answer<TenantProfile>> CreateAsync(string name, string? idempotencyKey, CancellationToken cancellationToken);

    [Alias("List")]
    Task<IReadOnlyList<TenantId>> ListAsync(CancellationToken cancellationToken);
}
