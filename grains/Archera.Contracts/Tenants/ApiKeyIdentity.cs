using System.Collections.Immutable;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Tenants;

[GenerateSerializer, Immutable, Alias("archera.ApiKeyIdentity")]
public sealed record ApiKeyIdentity(
    [property: Id(0)] string KeyId,
    [property: Id(1)] TenantId Tenant,
    [property: Id(2)] ImmutableArray<string> Roles);
