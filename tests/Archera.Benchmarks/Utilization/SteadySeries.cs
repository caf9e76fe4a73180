using Archera.Sandbox.Aws.CloudWatch;

namespace Archera.Benchmarks.Utilization;

/// <summary>A metric that is measured every five minutes, and costs the simulator as little as one can.</summary>
internal sealed class SteadySeries(MetricKey key, string unit, int number) : IMetricSeries
{
    private const int Every = 300;

    public MetricKey Key { get; } = key;

    public string Unit { get; } = unit;

    public int ReportSeconds => Every;

    public IEnumerable<MetricSample> Samples(long from, long until)
    {
        for (var at = (from + Every - 1) / Every * Every; at < until; at += Every)
            yield return new MetricSample(at, 1_000_000 + ((at / Every * 7_919) + (number * 104_729)) % 999_983);
    }

    public MetricLife? Life(long now) => new MetricLife(0, now - Every);
}
