using System.Collections.Immutable;

namespace Archera.Aws.Datasets.Utilization;

/// <summary>The use of an account's machines on one day, as far as it has gone by.</summary>
/// <param name="Until">The end of what was asked for.</param>
/// <param name="Regions">Those that the account is in, by name.</param>
/// <param name="Series">In the order of Region, machine and metric.</param>
public sealed record UtilizationDay(
    DateOnly Day,
    DateTimeOffset Until,
    ImmutableArray<RegionUtilization> Regions,
    ImmutableArray<SeriesDay> Series)
{
    /// <summary>Every Region and metric was read.</summary>
    public bool IsWhole => Regions.All(region => region.IsRead)
        && Series.All(series => series.Standing == MetricStanding.Read);

    /// <summary>
    /// The day with what an earlier read knew and this one could not find out: a Region that was not read, a metric
    /// that AWS failed at. What was read replaces all that was known of it, also with nothing.
    /// </summary>
    public UtilizationDay After(UtilizationDay? before)
    {
        if (before is null)
            return this;
        var unread = Regions.Where(region => !region.IsRead).Select(region => region.Region).ToHashSet();
        var known = before.Series.Where(series => series.Summary is not null).ToDictionary(KeyOf);
        var kept = known.Values.Where(series => unread.Contains(series.Region));
        var read = Series.Select(series => series.Standing == MetricStanding.Read
            ? series
            : known.GetValueOrDefault(KeyOf(series), series));
        return this with { Series = [.. InOrder(kept.Concat(read))] };
    }

    public static IEnumerable<SeriesDay> InOrder(IEnumerable<SeriesDay> series) => series
        .OrderBy(each => each.Region, StringComparer.Ordinal)
        .ThenBy(each => each.InstanceId, StringComparer.Ordinal)
        .ThenBy(each => each.Metric);

    private static (string Region, string InstanceId, MachineMetric Metric) KeyOf(SeriesDay series) =>
        (series.Region, series.InstanceId, series.Metric);
}
