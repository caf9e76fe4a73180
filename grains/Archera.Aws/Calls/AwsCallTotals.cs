namespace Archera.Aws.Calls;

/// <summary>Sums over attempts.</summary>
public readonly record struct AwsCallTotals(long Calls, long Throttled, long Retries, decimal CostUsd);
