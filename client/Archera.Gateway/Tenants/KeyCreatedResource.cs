namespace Archera.Gateway.Tenants;

/// <param name="TenantId">The tenant that the key belongs to.</param>
/// <param name="KeyId">The key's public id, by which it is revoked.</param>
/// <param name="Key">The API key. It is shown this once; only its hash is kept.</param>
public sealed record KeyCreatedResource(string TenantId, string KeyId, string Key);
