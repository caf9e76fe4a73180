using System.Collections.Immutable;
using Archera.Grains.Storage;

namespace Archera.Grains.Tenants;

[GenerateSerializer, Immutable, Alias("archera.state.TenantIndex")]
public sealed record TenantIndexState : IVersionedState
{
    public static int KnownVersion => 1;

    [Id(0)]
    public int Version { get; init; } = KnownVersion;

    [Id(1)]
    public ImmutableList<IndexedTenant> Tenants { get; init; } = [];
}
