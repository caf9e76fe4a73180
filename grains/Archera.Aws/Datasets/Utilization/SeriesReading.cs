namespace Archera.Aws.Datasets.Utilization;

/// <summary>One metric of one machine as a call brought it, points in order of time, each time once.</summary>
/// <param name="Points">Of the main statistic; empty unless it was read.</param>
/// <param name="Peaks">Of the statistic that the maximum is taken from.</param>
public sealed record SeriesReading(
    MetricSeries Series,
    MetricStanding Standing,
    IReadOnlyList<MetricPoint> Points,
    IReadOnlyList<MetricPoint> Peaks);
