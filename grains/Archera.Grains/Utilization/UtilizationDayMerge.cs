using System.Collections.Immutable;
using Archera.Aws.Datasets.Machines;
using Archera.Aws.Datasets.Utilization;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Grains.Reports;

namespace Archera.Grains.Utilization;

/// <summary>What a read makes of a day's record, and what the record answers.</summary>
public static class UtilizationDayMerge
{
    /// <summary>
    /// The same instance when the read is known already. What the read could not find out stays as it was known; what
    /// it replaces is kept if it was shown at the end of a day.
    /// </summary>
    /// <exception cref="InvalidDataException">What is stored, or what was read, is damaged.</exception>
    public static UtilizationDayRecord Add(UtilizationDayRecord record, UsageAggregate whole, RevisionRetention kept)
    {
        var before = record.Newest;
        if (before is not null && whole.Stamp <= record.Stamp)
            return record;
        var content = whole.Content;
        var day = UtilizationCodec.Decode(whole.SchemaVersion, content);
        if (before is not null && !day.IsWhole)
            content = UtilizationCodec.Encode(day.After(UtilizationCodec.Decode(before.SchemaVersion, before.Content)));
        var isSame = before is not null && before.Content.AsSpan().SequenceEqual(content);
        var newest = new UtilizationRevision(
            whole.ReadAt,
            whole.Estimated,
            whole.SchemaVersion,
            content,
            (before?.Revision ?? 0) + (isSame ? 0 : 1));
        return Bound(Shown(record, whole.ReadAt) with { Stamp = whole.Stamp, Newest = newest }, whole.ReadAt, kept);
    }

    /// <summary>What was shown before the moment; null: nothing.</summary>
    /// <param name="moment">Null: now.</param>
    /// <exception cref="ForgottenRevisionException">That is not known any more.</exception>
    public static UtilizationRevision? At(UtilizationDayRecord record, DateTimeOffset? moment)
    {
        if (record.Newest is not { } newest || moment is not { } before || newest.ReadAt < before)
            return record.Newest;
        return record.Older.LastOrDefault(older => older.ReadAt < before)
            ?? (record.ForgottenBefore is { } forgotten ? throw new ForgottenRevisionException(forgotten) : null);
    }

    /// <summary>The machines of the day, with what is known of their use.</summary>
    /// <param name="machines">The day's machines; null where they were not looked at.</param>
    /// <exception cref="InvalidDataException">What is stored is damaged.</exception>
    public static IEnumerable<UtilizationDayRow> Rows(
        UtilizationRevision revision, MachineDay? machines, UtilizationQuery query)
    {
        var day = UtilizationCodec.Decode(revision.SchemaVersion, revision.Content);
        var series = day.Series.Where(each => query.Keeps(each.Region, each.InstanceId))
            .ToLookup(each => (each.Region, each.InstanceId));
        var looked = (machines?.Machines ?? []).Where(each => query.Keeps(each.Region, each.Machine.Id))
            .ToDictionary(each => (each.Region, InstanceId: each.Machine.Id));
        return series.Select(each => each.Key).Union(looked.Keys)
            .OrderBy(key => key.Region, StringComparer.Ordinal)
            .ThenBy(key => key.InstanceId, StringComparer.Ordinal)
            .Select(key => new UtilizationDayRow(
                day.Day,
                AwsRegion.Parse(key.Region),
                key.InstanceId,
                ExpectedHours.Of(looked.GetValueOrDefault(key), series[key]),
                [.. series[key].Select(Figures)]));
    }

    private static MetricFigures Figures(SeriesDay series) => new(
        series.Metric.ToString(),
        MetricDefinition.UnitOf(series.Metric),
        series.Standing switch
        {
            MetricStanding.Read => MetricFiguresStanding.Read,
            MetricStanding.Forbidden => MetricFiguresStanding.Forbidden,
            _ => MetricFiguresStanding.Failed,
        },
        series.Summary?.Points ?? 0,
        series.Summary?.Mean,
        series.Summary?.P95,
        series.Summary?.Maximum,
        series.PeriodSeconds,
        series.Hours.Length);

    /// <summary>What a read on a later day replaces was shown at the end of the day before, and is kept.</summary>
    private static UtilizationDayRecord Shown(UtilizationDayRecord record, DateTimeOffset now) =>
        record.Newest is { } newest && newest.ReadAt.UtcDateTime.Date < now.UtcDateTime.Date
            ? record with { Older = record.Older.Add(newest) }
            : record;

    private static UtilizationDayRecord Bound(
        UtilizationDayRecord record, DateTimeOffset now, RevisionRetention retention)
    {
        var (kept, forgotten) = retention.Bound(
            [record.Newest!.ReadAt, .. record.Older.Reverse().Select(older => older.ReadAt)], now);
        return forgotten is null ? record : record with
        {
            Older = [.. record.Older.TakeLast(kept - 1)],
            ForgottenBefore = forgotten,
        };
    }
}
