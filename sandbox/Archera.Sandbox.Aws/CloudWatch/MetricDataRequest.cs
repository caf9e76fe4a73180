namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>A GetMetricData without anything wrong in it.</summary>
internal sealed record MetricDataRequest(
    IReadOnlyList<MetricQuery> Queries, long Start, long End, bool IsAscending, int MaxDatapoints, string? NextToken)
{
    private const int StatisticsPerPrice = 5;
    private const decimal PricePerMetric = 0.01m / 1_000;

    /// <summary>Metrics are billed, not calls; up to five statistics of one in the same request are one.</summary>
    internal decimal PriceUsd => PricePerMetric * Queries
        .GroupBy(query => query.Metric)
        .Select(same => same.Select(query => (query.Statistic, query.Period)).Distinct().Count())
        .Sum(statistics => (statistics + StatisticsPerPrice - 1) / StatisticsPerPrice);

    /// <summary>What AWS counts against its quota of points: as many as there could be, not as there are.</summary>
    internal double EstimatedPoints => Queries.Sum(query => Math.Ceiling((End - Start) / (double)query.Period));
}
