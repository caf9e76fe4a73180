using System.Collections.Immutable;

namespace Archera.Aws.Datasets.Utilization;

/// <summary>One metric of one machine on one day.</summary>
/// <param name="PeriodSeconds">What the points were: five minutes, or an hour where AWS has no finer ones.</param>
/// <param name="Summary">Null unless it was read and has points.</param>
/// <param name="Hours">The hours that have points, in order.</param>
public sealed record SeriesDay(
    string Region,
    string InstanceId,
    MachineMetric Metric,
    int PeriodSeconds,
    MetricStanding Standing,
    UtilizationSummary? Summary,
    ImmutableArray<HourPoint> Hours)
{
    /// <summary>
    /// The days that the metric has points on; each day of the window where it could not be read. A day without points
    /// has no figures: the machine was stopped, or not there.
    /// </summary>
    public static IEnumerable<(DateOnly Day, SeriesDay Series)> Of(
        string region, SeriesReading reading, MetricWindow window)
    {
        var day = new SeriesDay(
            region,
            reading.Series.InstanceId,
            reading.Series.Definition.Metric,
            window.PeriodSeconds,
            reading.Standing,
            null,
            []);
        if (reading.Standing != MetricStanding.Read)
            return DaysOf(window).Select(each => (each, day));
        var peaks = reading.Peaks.GroupBy(DayOf).ToDictionary(each => each.Key, each => each.ToArray());
        return reading.Points.GroupBy(DayOf).Select(points => (
            points.Key, day.With([.. points], peaks.GetValueOrDefault(points.Key, []))));
    }

    private static DateOnly DayOf(MetricPoint point) => DateOnly.FromDateTime(point.At.UtcDateTime);

    private static IEnumerable<DateOnly> DaysOf(MetricWindow window)
    {
        for (var at = window.From; at < window.To; at = at.AddDays(1))
            yield return DateOnly.FromDateTime(at.UtcDateTime);
    }

    private SeriesDay With(MetricPoint[] points, MetricPoint[] peaks)
    {
        var hours = ImmutableArray.CreateBuilder<HourPoint>();
        var peak = 0;
        for (var from = 0; from < points.Length;)
        {
            var (hour, to) = (points[from].At.Hour, from + 1);
            while (to < points.Length && points[to].At.Hour == hour)
                to++;
            while (peak < peaks.Length && peaks[peak].At.Hour < hour)
                peak++;
            var peakFrom = peak;
            while (peak < peaks.Length && peaks[peak].At.Hour == hour)
                peak++;
            var summary = UtilizationSummary.Of(
                new ArraySegment<MetricPoint>(points, from, to - from),
                new ArraySegment<MetricPoint>(peaks, peakFrom, peak - peakFrom))!;
            hours.Add(new HourPoint(hour, summary.Points, summary.Mean, summary.Maximum));
            from = to;
        }

        return this with { Summary = UtilizationSummary.Of(points, peaks), Hours = hours.ToImmutable() };
    }
}
