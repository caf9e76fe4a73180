using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;

namespace Archera.Grains.Utilization;

/// <summary>Makes an account's machine days to the rows of an answer.</summary>
public static class MachineRows
{
    /// <summary>In the order of Region, id and day. The parts of a machine's period add up to its whole.</summary>
    public static IEnumerable<MachineRow> Of(
        AccountKey account, IEnumerable<MachineDayRow> days, MachineGranularity granularity) => days
        .GroupBy(day => (Region: day.Region.Name, day.InstanceId))
        .OrderBy(machine => machine.Key.Region, StringComparer.Ordinal)
        .ThenBy(machine => machine.Key.InstanceId, StringComparer.Ordinal)
        .SelectMany(machine => granularity == MachineGranularity.Daily
            ? machine.OrderBy(day => day.Day).Select(day => new MachineRow(account, day, day.Up, day.AtMost, day.Day))
            :
            [
                new MachineRow(
                    account,
                    machine.MaxBy(day => day.Day)!,
                    machine.Aggregate(TimeSpan.Zero, (sum, day) => sum + day.Up),
                    machine.Aggregate(TimeSpan.Zero, (sum, day) => sum + day.AtMost)),
            ]);

    /// <summary>
    /// A day counts as received once it was looked at to its end: until then its machines may still stop.
    /// </summary>
    public static ImmutableArray<ReceivedDay> Whole(ImmutableArray<ReceivedDay> days) =>
        [.. days.Where(day => day.ReadAt >= new DateTimeOffset(day.Day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero))];
}
