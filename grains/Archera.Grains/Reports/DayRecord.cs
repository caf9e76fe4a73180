using System.Collections.Immutable;
using Archera.Contracts.Refresh;
using Archera.Grains.Storage;

namespace Archera.Grains.Reports;

/// <summary>One dataset's day: the newest revision whole, the older ones as what leads back to them.</summary>
[GenerateSerializer, Immutable, Alias("archera.state.CostDay")]
public sealed record DayRecord : IVersionedState, IReplaceableState
{
    public static int KnownVersion => 1;

    [Id(0)]
    public int Version { get; init; } = KnownVersion;

    /// <summary>The highest stamp that was stored or found unchanged.</summary>
    [Id(1)]
    public ReadStamp Stamp { get; init; }

    /// <summary>Null until the day is received.</summary>
    [Id(2)]
    public StoredRevision? Newest { get; init; }

    /// <summary>Newest first.</summary>
    [Id(3)]
    public ImmutableArray<OlderRevision> Older { get; init; } = [];

    /// <summary>Revisions stored before then were dropped: what the day was is not known any more.</summary>
    [Id(4)]
    public DateTimeOffset? ForgottenBefore { get; init; }

    /// <summary>Never stored: it stands for a record that could not be read.</summary>
    [Id(5)]
    public bool IsDamaged { get; init; }

    public IReplaceableState AsDamaged() => new DayRecord { IsDamaged = true };
}
