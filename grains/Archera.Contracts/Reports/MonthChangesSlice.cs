using System.Collections.Immutable;

namespace Archera.Contracts.Reports;

/// <summary>
/// Grouped sums of one month at two moments. A day that can't be read at one of them is in neither's sums: half a
/// difference is none.
/// </summary>
/// <param name="Rows">
/// Every group, changed or not: other accounts' are added to it. At most one more than <see cref="CostQuery.MaxRows"/>.
/// </param>
/// <param name="IsInexact">A sum has more digits than can be held exactly: there is no answer, and no rows.</param>
[GenerateSerializer, Immutable, Alias("archera.MonthChangesSlice")]
public sealed record MonthChangesSlice(
    [property: Id(0)] ImmutableArray<CostChange> Rows,
    [property: Id(1)] MomentDays Before,
    [property: Id(2)] MomentDays After,
    [property: Id(3)] bool IsInexact = false);
