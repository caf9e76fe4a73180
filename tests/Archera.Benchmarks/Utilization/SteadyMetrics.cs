using System.Globalization;
using Archera.Sandbox.Aws.CloudWatch;

namespace Archera.Benchmarks.Utilization;

/// <summary>The same machines in every account, in one Region, with the eight metrics of one statistic.</summary>
internal sealed class SteadyMetrics(int metrics) : IMetricSource
{
    private static readonly (string Name, string Unit)[] OfMachine =
    [
        ("NetworkIn", "Bytes"), ("NetworkOut", "Bytes"), ("EBSReadBytes", "Bytes"), ("EBSWriteBytes", "Bytes"),
        ("EBSReadOps", "Count"), ("EBSWriteOps", "Count"), ("StatusCheckFailed", "Count"),
        ("CPUCreditBalance", "Count"),
    ];

    private readonly Dictionary<MetricKey, SteadySeries> _series =
        Enumerable.Range(0, metrics).Select(Series).ToDictionary(series => series.Key);

    public IEnumerable<IMetricSeries> Between(string account, string region, long from, long until) =>
        region == FleetSize.Region ? _series.Values : [];

    public IMetricSeries? Find(string account, string region, MetricKey key) =>
        region == FleetSize.Region ? _series.GetValueOrDefault(key) : null;

    private static SteadySeries Series(int number)
    {
        var (name, unit) = OfMachine[number % OfMachine.Length];
        var machine = string.Create(CultureInfo.InvariantCulture, $"i-{number / OfMachine.Length:x17}");
        return new SteadySeries(
            new MetricKey("AWS/EC2", name, [new MetricDimension("InstanceId", machine)]), unit, number);
    }
}
