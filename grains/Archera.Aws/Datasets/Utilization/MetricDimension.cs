namespace Archera.Aws.Datasets.Utilization;

/// <summary>A part of what tells one metric from another.</summary>
public readonly record struct MetricDimension(string Name, string Value);
