using System.Collections.Immutable;
using Archera.Contracts.Refresh;
using Archera.Grains.Storage;

namespace Archera.Grains.Utilization;

/// <summary>One day of a linked account's machines, as far as it was looked at.</summary>
[GenerateSerializer, Immutable, Alias("archera.state.MachineDay")]
public sealed record MachineDayRecord : IVersionedState
{
    public static int KnownVersion => 1;

    [Id(0)]
    public int Version { get; init; } = KnownVersion;

    /// <summary>The highest stamp that was added.</summary>
    [Id(1)]
    public ReadStamp Stamp { get; init; }

    /// <summary>When the newest look that added to it ended, by the billing clock; null: nothing is stored.</summary>
    [Id(2)]
    public DateTimeOffset? ReadAt { get; init; }

    [Id(3)]
    public int SchemaVersion { get; init; }

    /// <summary>A <see cref="Archera.Aws.Datasets.Machines.MachineDay"/> in its own form.</summary>
    [Id(4)]
    public byte[] Content { get; init; } = [];

    /// <summary>How often it was added to.</summary>
    [Id(5)]
    public int Revision { get; init; }

    /// <summary>When it was stored, by the billing clock.</summary>
    [Id(6)]
    public DateTimeOffset StoredAt { get; init; }

    /// <summary>What it was at the end of earlier UTC days, newest first.</summary>
    [Id(7)]
    public ImmutableArray<OlderMachineDay> Older { get; init; } = [];

    /// <summary>What it was before that moment is not kept any more; null: all is.</summary>
    [Id(8)]
    public DateTimeOffset? ForgottenBefore { get; init; }
}
