using System.Collections.Immutable;

namespace Archera.Aws.Datasets.Machines;

/// <summary>One machine as it is known for a day, and its time up within what was looked at of the day.</summary>
public sealed record MachineSpans(string Region, MachineSighting Machine, ImmutableArray<PowerSpan> Spans);
