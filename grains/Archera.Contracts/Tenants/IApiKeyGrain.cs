using System.Collections.Immutable;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Tenants;

/// <summary>
/// One API key, by its public id. It holds the SHA-256 of the secret, never the secret. Key: <c>key:&lt;id&gt;</c>.
/// </summary>
[Alias("archera.IApiKeyGrain")]
public interface IApiKeyGrain : IGrainWithStringKey
{
    /// <summary>Stores the key. False when the id is taken by a key with another hash or tenant.</summary>
    [Alias("Create")]
    Task<bool> CreateAsync(ApiKeyGrant grant, CancellationToken cancellationToken);

    /// <summary>
    /// Who the key is; null when it is unknown, revoked or expired, or the hash differs (compared in constant time).
    /// </summary>
    [Alias("Authenticate")]
    Task<ApiKeyIdentity?> AuthenticateAsync(ImmutableArray<byte> secretHash, CancellationToken cancellationToken);

    /// <summary>Revokes the tenant's key for good. False when that tenant has no such key.</summary>
    [Alias("Revoke")]
    Task<bool> RevokeAsync(TenantId tenant, CancellationToken cancellationToken);

    static string KeyOf(string keyId) => "key:" + keyId;
}
