using Archera.Contracts.Tenants;
using Archera.Grains.Storage;

namespace Archera.Grains.Tenants;

[GenerateSerializer, Immutable, Alias("archera.state.ApiKey")]
public sealed record ApiKeyState : IVersionedState
{
    public static int KnownVersion => 1;

    [Id(0)]
    public int Version { get; init; } = KnownVersion;

    [Id(1)]
    public ApiKeyGrant? Grant { get; init; }

    [Id(2)]
    public DateTimeOffset? RevokedAt { get; init; }

    [Id(3)]
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Whether the last use is so old that it is worth a write.</summary>
    public bool LastUseIsStale(DateTimeOffset now, TimeSpan precision) =>
        LastUsedAt is not { } last || now - last >= precision;
}
