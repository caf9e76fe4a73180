using System.Collections.Immutable;
using Archera.Contracts.Refresh;
using Archera.Grains.Storage;

namespace Archera.Grains.Utilization;

/// <summary>One day of the use of a linked account's machines.</summary>
[GenerateSerializer, Immutable, Alias("archera.state.UtilizationDay")]
public sealed record UtilizationDayRecord : IVersionedState
{
    public static int KnownVersion => 1;

    [Id(0)]
    public int Version { get; init; } = KnownVersion;

    [Id(1)]
    public ReadStamp Stamp { get; init; }

    /// <summary>The newest content; null: nothing is stored.</summary>
    [Id(2)]
    public UtilizationRevision? Newest { get; init; }

    /// <summary>What was shown at the end of each day that a read replaced it after; oldest first.</summary>
    [Id(3)]
    public ImmutableArray<UtilizationRevision> Older { get; init; } = [];

    /// <summary>Of earlier moments it is not known any more what was shown; null: all is known.</summary>
    [Id(4)]
    public DateTimeOffset? ForgottenBefore { get; init; }
}
