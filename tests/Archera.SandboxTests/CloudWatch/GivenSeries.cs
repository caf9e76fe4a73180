using Archera.Sandbox.Aws.CloudWatch;

namespace Archera.SandboxTests.CloudWatch;

/// <summary>A metric of the payer in us-east-1 whose measurements a test writes down.</summary>
internal sealed class GivenSeries(string name, string unit, params MetricSample[] samples) : IMetricSeries
{
    public MetricKey Key { get; init; } = new("AWS/EC2", name, [new("InstanceId", "i-1")]);

    public string Unit => unit;

    public int ReportSeconds { get; init; } = 60;

    public IEnumerable<MetricSample> Samples(long from, long until) =>
        samples.Where(sample => sample.At >= from && sample.At < until);

    public MetricLife? Life(long now)
    {
        var known = samples.Where(sample => sample.At <= now - ReportSeconds).ToList();
        return known.Count == 0 ? null : new MetricLife(known[0].At, known[^1].At);
    }
}
