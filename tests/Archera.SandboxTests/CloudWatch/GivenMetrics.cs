using Archera.Sandbox.Aws.CloudWatch;

namespace Archera.SandboxTests.CloudWatch;

internal sealed class GivenMetrics(IReadOnlyList<GivenSeries> series) : IMetricSource
{
    public IEnumerable<IMetricSeries> Between(string account, string region, long from, long until) =>
        Of(account, region).Where(each => each.Samples(from, until).Any());

    public IMetricSeries? Find(string account, string region, MetricKey key) =>
        Of(account, region).FirstOrDefault(each => each.Key.Equals(key));

    private IReadOnlyList<GivenSeries> Of(string account, string region) =>
        account == TinyWorld.Payer && region == "us-east-1" ? series : [];
}
