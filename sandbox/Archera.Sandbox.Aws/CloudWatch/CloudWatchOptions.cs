namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>How the simulated CloudWatch cuts its answers.</summary>
public sealed record CloudWatchOptions
{
    /// <summary>The most data points of a page of GetMetricData, whatever more was asked for.</summary>
    public int PointsPerPage { get; init; } = MetricDataReader.MaxPoints;

    /// <summary>The most metrics of a page of ListMetrics. AWS's is 500.</summary>
    public int MetricsPerPage { get; init; } = 500;

    /// <summary>
    /// A folder of recorded series, <c>manifest.csv</c> and gzip CSV files, that take the place of computed ones; null
    /// for none.
    /// </summary>
    public string? Folder { get; init; }

    /// <summary>Metrics beside those of the world's machines; one that has the same key takes its place.</summary>
    public IReadOnlyList<IMetricSource> Sources { get; init; } = [];
}
