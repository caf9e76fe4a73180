namespace Archera.Sandbox.Aws.CloudWatch.Files;

/// <summary>A series as its file has it, and what the manifest says of it.</summary>
/// <param name="Name">The file's name without its endings.</param>
/// <param name="Samples">Oldest first, at the times of the recording.</param>
internal sealed record RecordedMetric(
    string Name, string Namespace, string Metric, string Unit, IReadOnlyList<MetricSample> Samples);
