namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>What is asked for, and when; in seconds since 1970.</summary>
/// <param name="Start">Inclusive.</param>
/// <param name="End">Exclusive.</param>
internal readonly record struct MetricWindow(long Start, long End, long Now);
