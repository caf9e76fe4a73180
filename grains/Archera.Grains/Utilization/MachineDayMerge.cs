using System.Collections.Immutable;
using Archera.Aws.Datasets.Machines;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;

namespace Archera.Grains.Utilization;

/// <summary>What a look adds to a day's record, and what the record answers.</summary>
public static class MachineDayMerge
{
    /// <summary>The same instance when the look is known already.</summary>
    /// <exception cref="InvalidDataException">What is stored, or what was read, is damaged.</exception>
    public static MachineDayRecord Add(MachineDayRecord record, UsageAggregate whole)
    {
        if (record.ReadAt is not null && whole.Stamp <= record.Stamp)
            return record;
        var newer = MachineCodec.DecodeDay(whole.SchemaVersion, whole.Content);
        var day = record.ReadAt is null
            ? new MachineDay(newer.Day, [], []).With(newer)
            : MachineCodec.DecodeDay(record.SchemaVersion, record.Content).With(newer);
        return record with
        {
            Stamp = whole.Stamp,
            ReadAt = whole.ReadAt,
            SchemaVersion = MachineCodec.SchemaVersion,
            Content = MachineCodec.Encode(day),
            Revision = record.Revision + 1,
        };
    }

    /// <summary>The machines of the day, with their time up at least and at most.</summary>
    /// <exception cref="InvalidDataException">What is stored is damaged.</exception>
    public static IEnumerable<MachineDayRow> Rows(MachineDayRecord record)
    {
        var day = MachineCodec.DecodeDay(record.SchemaVersion, record.Content);
        return day.Machines.Select(machine => Row(day.Day, machine));
    }

    private static MachineDayRow Row(DateOnly day, MachineSpans spans)
    {
        var machine = spans.Machine;
        var up = Sum(spans.Spans, PowerKind.Up);
        return new MachineDayRow(
            day,
            AwsRegion.Parse(spans.Region),
            machine.Id,
            machine.Type,
            machine.Zone,
            machine.Name,
            machine.Platform,
            machine.Lifecycle,
            machine.State switch
            {
                MachineState.ShuttingDown => "shutting-down",
                var state => state.ToString().ToLowerInvariant(),
            },
            machine.LaunchedAt,
            up,
            up + Sum(spans.Spans, PowerKind.Unknown));
    }

    private static TimeSpan Sum(ImmutableArray<PowerSpan> spans, PowerKind kind) => spans
        .Where(span => span.Kind == kind)
        .Aggregate(TimeSpan.Zero, (sum, span) => sum + (span.To - span.From));
}
