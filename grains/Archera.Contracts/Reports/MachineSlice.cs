using System.Collections.Immutable;

namespace Archera.Contracts.Reports;

/// <summary>The asked days of one account's month.</summary>
/// <param name="Machines">Each machine of each day, in order of day, Region and id.</param>
/// <param name="Received">The days that are stored, and when they were last added to.</param>
/// <param name="Unreadable">Stored days that can't be answered from.</param>
/// <param name="Regions">Those whose machines were not read on the newest of the days, in the order of their names.
/// </param>
[GenerateSerializer, Immutable, Alias("archera.MachineSlice")]
public sealed record MachineSlice(
    [property: Id(0)] ImmutableArray<MachineDayRow> Machines,
    [property: Id(1)] ImmutableArray<ReceivedDay> Received,
    [property: Id(2)] ImmutableArray<UnreadableDay> Unreadable,
    [property: Id(3)] ImmutableArray<UnseenRegion> Regions);
