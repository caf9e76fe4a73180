using System.Collections.Immutable;

namespace Archera.Contracts.Reports;

/// <summary>The asked days of one account's month.</summary>
/// <param name="Machines">Each machine of each day, in order of day, Region and id.</param>
/// <param name="Received">The days that are stored, and when they were last read.</param>
/// <param name="Unreadable">Stored days that can't be answered from.</param>
[GenerateSerializer, Immutable, Alias("archera.UtilizationSlice")]
public sealed record UtilizationSlice(
    [property: Id(0)] ImmutableArray<UtilizationDayRow> Machines,
    [property: Id(1)] ImmutableArray<ReceivedDay> Received,
    [property: Id(2)] ImmutableArray<UnreadableDay> Unreadable);
