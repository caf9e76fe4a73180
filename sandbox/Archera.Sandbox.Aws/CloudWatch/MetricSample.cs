namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>One measurement as it was put.</summary>
/// <param name="At">Seconds since 1970.</param>
public readonly record struct MetricSample(long At, double Value);
