namespace Archera.Gateway.Tenants;

/// <param name="TenantId">The tenant's id, t-….</param>
/// <param name="Name">What people call the tenant.</param>
/// <param name="Key">The tenant's first API key. It is shown this once; only its hash is kept.</param>
public sealed record TenantCreatedResource(string TenantId, string Name, string Key);
