namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>Where metrics come from.</summary>
public interface IMetricSource
{
    /// <summary>
    /// Every metric of the account in the region that has a measurement in the range, perhaps among others; always in
    /// the same order. The range is in seconds since 1970, half-open.
    /// </summary>
    IEnumerable<IMetricSeries> Between(string account, string region, long from, long until);

    /// <summary>Null when this source does not have the metric.</summary>
    IMetricSeries? Find(string account, string region, MetricKey key);
}
