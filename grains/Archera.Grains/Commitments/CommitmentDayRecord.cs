using System.Collections.Immutable;
using Archera.Contracts.Refresh;
using Archera.Grains.Storage;

namespace Archera.Grains.Commitments;

/// <summary>One day of a commitment dataset: what it is, and what it was.</summary>
[GenerateSerializer, Immutable, Alias("archera.state.CommitmentDay")]
public sealed record CommitmentDayRecord : IVersionedState, IReplaceableState
{
    public static int KnownVersion => 1;

    [Id(0)]
    public int Version { get; init; } = KnownVersion;

    /// <summary>The highest stamp that was stored or found unchanged.</summary>
    [Id(1)]
    public ReadStamp Stamp { get; init; }

    /// <summary>Newest first; empty until the day is received.</summary>
    [Id(2)]
    public ImmutableArray<CommitmentRevision> Revisions { get; init; } = [];

    /// <summary>Revisions stored before then were dropped: what the day was is not known any more.</summary>
    [Id(3)]
    public DateTimeOffset? ForgottenBefore { get; init; }

    /// <summary>Never stored: it stands for a record that could not be read.</summary>
    [Id(4)]
    public bool IsDamaged { get; init; }

    public IReplaceableState AsDamaged() => new CommitmentDayRecord { IsDamaged = true };
}
