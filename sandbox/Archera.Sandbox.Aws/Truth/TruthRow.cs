namespace Archera.Sandbox.Aws.Truth;

/// <summary>One figure of the bill as it is: keys in the order of the asked grouping.</summary>
public sealed record TruthRow(DateOnly Day, IReadOnlyList<string> Keys, string Metric, decimal Amount, string Currency);
