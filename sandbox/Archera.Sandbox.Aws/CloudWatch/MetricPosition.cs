namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>Where an answer goes on.</summary>
/// <param name="AsOf">When its first page was asked for, in seconds since 1970.</param>
/// <param name="Index">Which query, or which metric of a listing.</param>
/// <param name="After">The query's last point so far; null when it has none yet.</param>
internal readonly record struct MetricPosition(long AsOf, int Index, long? After = null);
