using Archera.Sandbox.Aws.Machines;

namespace Archera.Sandbox.Aws.Truth;

/// <summary>A machine and when it was up, both ends known and the end not included.</summary>
public sealed record MachineTruthRow(Machine Machine, IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> Up);
