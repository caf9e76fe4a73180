using System.Collections.Immutable;
using Amazon.CloudWatch.Model;
using Archera.Aws.Datasets.Utilization;

namespace Archera.UnitTests.Aws.Utilization;

/// <summary>Metrics, windows and answers, as short as a test wants them.</summary>
internal static class MetricLab
{
    public static readonly DateTimeOffset Midnight = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    public static readonly MetricWindow Day = new(Midnight, Midnight.AddDays(1), 300);

    public static MetricSeries Series(MachineMetric metric, string id = "i-1") => new(
        id, MetricDefinition.All.First(known => known.Metric == metric), [new MetricDimension("InstanceId", id)]);

    public static ImmutableArray<MetricSeries> Many(int count, MachineMetric metric) =>
        [.. Enumerable.Range(0, count).Select(at => Series(metric, $"i-{at}"))];

    public static MetricCall Call(params MetricSeries[] series) => new(Day, [.. series]);

    public static MetricDataResult Result(string id, string status, params (int At, double Value)[] points) => new()
    {
        Id = id,
        StatusCode = status,
        Timestamps = [.. points.Select(point => Midnight.AddMinutes(5 * point.At).UtcDateTime)],
        Values = [.. points.Select(point => point.Value)],
    };

    public static string Text(IEnumerable<MetricPoint> points) => string.Join(
        ' ',
        points.Select(point => FormattableString.Invariant($"{(point.At - Midnight).TotalMinutes / 5}={point.Value}")));
}
