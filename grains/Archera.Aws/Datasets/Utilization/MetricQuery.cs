namespace Archera.Aws.Datasets.Utilization;

/// <summary>One statistic of one metric, under the id that it is answered with.</summary>
public readonly record struct MetricQuery(string Id, MetricSeries Series, string Statistic);
