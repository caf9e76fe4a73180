namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>One of the queries of a GetMetricData.</summary>
/// <param name="Unit">Null takes measurements of every unit.</param>
/// <param name="AccountId">The account that has the metric; null for the caller's.</param>
internal sealed record MetricQuery(
    string Id, MetricKey Metric, int Period, Statistic Statistic, string? Unit, string? Label, bool ReturnData,
    string? AccountId);
