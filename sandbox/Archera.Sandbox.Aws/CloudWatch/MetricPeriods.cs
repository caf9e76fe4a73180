namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>
/// Puts measurements into periods, which are counted from the start that was asked for. A period without a measurement
/// is no point.
/// </summary>
internal static class MetricPeriods
{
    /// <summary>Oldest first.</summary>
    internal static List<PeriodPoint> Of(IMetricSeries series, MetricWindow window, int period, bool withPercentiles)
    {
        var points = new List<PeriodPoint>();
        if (!DataRetention.HasPoints(window, period))
            return points;
        var start = DataRetention.RoundStart(window, period);
        var known = window.Now - series.ReportSeconds;
        PeriodPoint? last = null;
        foreach (var (at, value) in series.Samples(
            Math.Max(start, window.Now - DataRetention.LongestSeconds), DataRetention.RoundEnd(window, period)))
        {
            if (at > known)
                break;
            var begin = at - ((at - start) % period);
            if (last?.At != begin)
                points.Add(last = new PeriodPoint(begin, withPercentiles));
            last.Add(value);
        }

        return points;
    }
}
