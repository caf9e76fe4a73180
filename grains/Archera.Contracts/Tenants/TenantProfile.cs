using System.Collections.Immutable;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Tenants;

[GenerateSerializer, Immutable, Alias("archera.TenantProfile")]
public sealed record TenantProfile(
    [property: Id(0)] TenantId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] DateTimeOffset CreatedAt,
    [property: Id(3)] ImmutableArray<string> KeyIds,
    [property: Id(4)] ImmutableArray<PayerAccountKey> PayerAccounts);
