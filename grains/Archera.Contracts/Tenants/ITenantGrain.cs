using Archera.Contracts.Identity;

namespace Archera.Contracts.Tenants;

/// <summary>One tenant: its name, its API keys and the payer accounts it has claimed. Key: the tenant id.</summary>
[Alias("archera.ITenantGrain")]
public interface ITenantGrain : IGrainWithStringKey
{
    /// <summary>Creates the tenant; a repeat with the same name changes nothing.</summary>
    [Alias("Create")]
    Task<TenantProfile> CreateAsync(string name, DateTimeOffset createdAt, CancellationToken cancellationToken);

    /// <summary>The tenant; null when it was never created.</summary>
    [Alias("Get")]
    Task<TenantProfile?> GetAsync(CancellationToken cancellationToken);

    /// <summary>Lists the key under the tenant, before the key works. Repeating it changes nothing.</summary>
    [Alias("AddKey")]
    Task<Answer<TenantProfile>> AddKeyAsync(string keyId, CancellationToken cancellationToken);

    [Alias("RemoveKey")]
    Task<Answer<TenantProfile>> RemoveKeyAsync(string keyId, CancellationToken cancellationToken);

    /// <summary>Lists the payer account under the tenant. Repeating it changes nothing.</summary>
    [Alias("AddPayerAccount")]
    Task<Answer<TenantProfile>> AddPayerAccountAsync(PayerAccountKey payerAccount, CancellationToken cancellationToken);

    /// <summary>Takes the payer account off the tenant's list. Repeating it changes nothing.</summary>
    [Alias("RemovePayerAccount")]
    Task<Answer<TenantProfile>> RemovePayerAccountAsync(
        PayerAccountKey payerAccount, CancellationToken cancellationToken);
}
