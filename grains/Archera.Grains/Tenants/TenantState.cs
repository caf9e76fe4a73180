using Archera.Contracts.Tenants;
using Archera.Grains.Storage;

namespace Archera.Grains.Tenants;

[GenerateSerializer, Immutable, Alias("archera.state.Tenant")]
public sealed record TenantState : IVersionedState
{
    public static int KnownVersion => 1;

    [Id(0)]
    public int Version { get; init; } = KnownVersion;

    /// <summary>Null until the tenant is created.</summary>
    [Id(1)]
    public TenantProfile? Profile { get; init; }
}
