using System.Collections.Immutable;
using Archera.Aws.Datasets.Machines;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Grains.Reports;

namespace Archera.Grains.Utilization;

/// <summary>What a look adds to a day's record, and what the record answers.</summary>
public static class MachineDayMerge
{
    /// <summary>
    /// The same instance when the look is known already. Of the looks of one UTC day only what they came to is kept:
    /// questions about the past are about the ends of days.
    /// </summary>
    /// <exception cref="InvalidDataException">What is stored, or what was read, is damaged.</exception>
    public static MachineDayRecord Add(
        MachineDayRecord record, UsageAggregate whole, DateTimeOffset now, RevisionRetention retention)
    {
        if (record.ReadAt is not null && whole.Stamp <= record.Stamp)
            return record;
        var newer = MachineCodec.DecodeDay(whole.SchemaVersion, whole.Content);
        var day = record.ReadAt is null
            ? new MachineDay(newer.Day, [], []).With(newer)
            : MachineCodec.DecodeDay(record.SchemaVersion, record.Content).With(newer);
        return Bound(record with
        {
            Stamp = whole.Stamp,
            ReadAt = whole.ReadAt,
            SchemaVersion = MachineCodec.SchemaVersion,
            Content = MachineCodec.Encode(day),
            Revision = record.Revision + 1,
            StoredAt = record.StoredAt > now ? record.StoredAt : now,
            Older = record.ReadAt is { } readAt && DayOf(record.StoredAt) < DayOf(now)
                ? record.Older.Insert(0, Demote(record, readAt))
                : record.Older,
        }, now, retention);
    }

    /// <summary>What was known before the moment; null moment: what is known now. Null when nothing was.</summary>
    /// <exception cref="ForgottenRevisionException">The record no longer knows.</exception>
    public static OlderMachineDay? At(MachineDayRecord record, DateTimeOffset? before)
    {
        if (record.ReadAt is not { } readAt)
            return null;
        if (before is not { } moment || record.StoredAt < moment)
            return Demote(record, readAt);
        return record.Older.FirstOrDefault(older => older.StoredAt < moment)
            ?? (record.ForgottenBefore is { } forgotten ? throw new ForgottenRevisionException(forgotten) : null);
    }

    /// <summary>The machines of the day, with their time up at least and at most.</summary>
    public static IEnumerable<MachineDayRow> Rows(MachineDay day) =>
        day.Machines.Select(machine => Row(day.Day, machine));

    /// <summary>The Regions whose machines the newest look of the day did not bring.</summary>
    public static IEnumerable<UnseenRegion> Unseen(MachineDay day) =>
        from region in day.Regions
        where region.Standing != RegionStanding.Read
        select new UnseenRegion(
            AwsRegion.Parse(region.Region),
            region.Standing switch
            {
                RegionStanding.NotOptedIn => UnseenBecause.NotOptedIn,
                RegionStanding.SwitchedOff => UnseenBecause.SwitchedOff,
                RegionStanding.Refused => UnseenBecause.Refused,
                _ => UnseenBecause.Failed,
            },
            region.To > region.From ? region.To : null,
            region.Detail);

    private static MachineDayRecord Bound(MachineDayRecord record, DateTimeOffset now, RevisionRetention retention)
    {
        var (kept, forgotten) = retention.Bound(
            [record.StoredAt, .. record.Older.Select(older => older.StoredAt)], now);
        return forgotten is null ? record : record with
        {
            Older = record.Older[..(kept - 1)],
            ForgottenBefore = forgotten,
        };
    }

    private static OlderMachineDay Demote(MachineDayRecord record, DateTimeOffset readAt) =>
        new(record.StoredAt, readAt, record.Revision, record.SchemaVersion, record.Content);

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);

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
