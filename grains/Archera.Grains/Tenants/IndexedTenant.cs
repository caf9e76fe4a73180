using Archera.Contracts.Identity;

namespace Archera.Grains.Tenants;

/// <param name="IdempotencyKey">The key that the creation came with; null when it came without.</param>
[GenerateSerializer, Immutable, Alias("archera.state.IndexedTenant")]
public sealed record IndexedTenant(
    [property: Id(0)] TenantId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] DateTimeOffset CreatedAt,
    [property: Id(3)] string? IdempotencyKey);
