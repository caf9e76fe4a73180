namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>When a metric had its first measurement and, so far, its last; both in seconds since 1970.</summary>
public readonly record struct MetricLife(long First, long Last);
