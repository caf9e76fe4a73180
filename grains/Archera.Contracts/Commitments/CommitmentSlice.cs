using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;

namespace Archera.Contracts.Commitments;

/// <summary>A month of one dataset. A day that is not listed was not received.</summary>
/// <param name="Items">Each commitment once, as the newest received day knows it.</param>
/// <param name="Unreadable">Stored days that are not in the lines, and why.</param>
[GenerateSerializer, Immutable, Alias("archera.CommitmentSlice")]
public sealed record CommitmentSlice(
    [property: Id(0)] DatasetName Dataset,
    [property: Id(1)] ImmutableArray<CommitmentLine> Lines,
    [property: Id(2)] ImmutableArray<CommitmentItem> Items,
    [property: Id(3)] ImmutableArray<ReceivedDay> Days,
    [property: Id(4)] ImmutableArray<UnreadableDay> Unreadable);
