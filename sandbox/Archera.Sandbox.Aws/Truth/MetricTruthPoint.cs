namespace Archera.Sandbox.Aws.Truth;

/// <summary>What was measured in one period, which begins at that time.</summary>
public sealed record MetricTruthPoint(
    DateTimeOffset At, int SampleCount, double Sum, double Minimum, double Maximum, double Average);
