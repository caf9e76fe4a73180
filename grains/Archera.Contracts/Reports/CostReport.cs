using System.Collections.Immutable;

namespace Archera.Contracts.Reports;

/// <param name="Totals">Over the whole range, one per currency, ordered by currency.</param>
/// <param name="Rows">Ordered by period, then keys, then currency (ordinal).</param>
/// <param name="Caveats">
/// What is wrong though it is whole: by account, then figure; empty when no figure is an account's connected alone.
/// </param>
[GenerateSerializer, Immutable, Alias("archera.CostReport")]
public sealed record CostReport(
    [property: Id(0)] ImmutableArray<CurrencyTotal> Totals,
    [property: Id(1)] ImmutableArray<CostRow> Rows,
    [property: Id(2)] Completeness Completeness,
    [property: Id(3)] ImmutableArray<CostCaveat> Caveats);
