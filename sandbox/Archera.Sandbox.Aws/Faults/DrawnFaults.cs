namespace Archera.Sandbox.Aws.Faults;

/// <summary>What was drawn for one call.</summary>
internal sealed record DrawnFaults(IReadOnlyList<Fault> Faults)
{
    internal static readonly DrawnFaults None = new([]);

    internal bool Has(FaultKind kind) => Faults.Any(fault => fault.Kind == kind);

    internal TimeSpan Span(FaultKind kind) =>
        Faults.Where(fault => fault.Kind == kind).Aggregate(TimeSpan.Zero, (sum, fault) => sum + fault.Span);

    /// <summary>The answer, however good, does not arrive whole: the call failed and is free.</summary>
    internal bool SpoilsAnswer => Has(FaultKind.Reset) || Has(FaultKind.Truncate);
}
