using System.Collections.Immutable;

namespace Archera.Contracts.Reports;

/// <summary>What costs were shown at two moments, where they differ.</summary>
/// <param name="Totals">
/// Over the whole range, what did not change included: one per currency, ordered by currency.
/// </param>
/// <param name="Rows">The figures that differ, ordered by period, then keys, then currency (ordinal).</param>
/// <param name="Completeness">Of both moments: an account that is late for one of them is named.</param>
/// <param name="Caveats">As in <see cref="CostReport"/>.</param>
[GenerateSerializer, Immutable, Alias("archera.CostChanges")]
public sealed record CostChanges(
    [property: Id(0)] ImmutableArray<ChangedTotal> Totals,
    [property: Id(1)] ImmutableArray<CostChange> Rows,
    [property: Id(2)] Completeness Completeness,
    [property: Id(3)] ImmutableArray<CostCaveat> Caveats);
