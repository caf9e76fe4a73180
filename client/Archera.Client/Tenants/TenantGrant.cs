using Archera.Client.Keys;
using Archera.Contracts.Tenants;

namespace Archera.Client.Tenants;

/// <summary>
/// A tenant and a key that was just made for it. This is the only time that the key's secret is at hand.
/// </summary>
public sealed record TenantGrant(TenantProfile Tenant, ApiKey Key);
