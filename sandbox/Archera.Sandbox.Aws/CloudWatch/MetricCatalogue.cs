namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>All sources in one. Of a metric that two have, the earlier one's counts.</summary>
internal sealed class MetricCatalogue(IReadOnlyList<IMetricSource> sources) : IMetricSource
{
    public IEnumerable<IMetricSeries> Between(string account, string region, long from, long until) =>
        sources.SelectMany((source, index) => source.Between(account, region, from, until)
            .Where(series => !sources.Take(index).Any(other => other.Find(account, region, series.Key) is not null)));

    public IMetricSeries? Find(string account, string region, MetricKey key) =>
        sources.Select(source => source.Find(account, region, key)).FirstOrDefault(series => series is not null);
}
