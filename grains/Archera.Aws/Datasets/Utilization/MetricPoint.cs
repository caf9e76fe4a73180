namespace Archera.Aws.Datasets.Utilization;

/// <summary>One point of a metric: what it came to in the period that begins then.</summary>
public readonly record struct MetricPoint(DateTimeOffset At, double Value);
