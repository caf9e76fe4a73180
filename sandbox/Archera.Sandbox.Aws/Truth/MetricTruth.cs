using Archera.Sandbox.Aws.CloudWatch;

namespace Archera.Sandbox.Aws.Truth;

/// <summary>
/// The measurements of a machine's metric in periods of the clock, past and to come. It shares no code with the
/// simulated CloudWatch but the measurements, so that a mistake there cannot hide here.
/// </summary>
public static class MetricTruth
{
    /// <summary>Null when the machine has no metric of that name in the range.</summary>
    /// <param name="start">Seconds since 1970, inclusive.</param>
    /// <param name="end">Exclusive.</param>
    /// <param name="period">In seconds; the first period begins at a multiple of it.</param>
    public static IReadOnlyList<MetricTruthPoint>? Points(
        IMetricSource metrics, string account, string region, string instanceId, string metric, long start, long end,
        int period)
    {
        var series = metrics.Between(account, region, start, end)
            .FirstOrDefault(each => each.Key.Name == metric && each.Key.Dimension("InstanceId") == instanceId);
        return series?.Samples(start, end)
            .GroupBy(sample => sample.At / period * period, sample => sample.Value)
            .Select(values => new MetricTruthPoint(
                DateTimeOffset.FromUnixTimeSeconds(values.Key), values.Count(), values.Sum(), values.Min(),
                values.Max(), values.Average()))
            .ToList();
    }
}
