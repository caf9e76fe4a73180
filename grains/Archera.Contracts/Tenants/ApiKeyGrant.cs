using System.Collections.Immutable;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Tenants;

/// <summary>What a key may be used for. <paramref name="SecretHash"/> is the SHA-256 of the secret part.</summary>
[GenerateSerializer, Immutable, Alias("archera.ApiKeyGrant")]
public sealed record ApiKeyGrant(
    [property: Id(0)] TenantId Tenant,
    [property: Id(1)] ImmutableArray<byte> SecretHash,
    [property: Id(2)] ImmutableArray<string> Roles,
    [property: Id(3)] DateTimeOffset CreatedAt,
    [property: Id(4)] DateTimeOffset? ExpiresAt);
