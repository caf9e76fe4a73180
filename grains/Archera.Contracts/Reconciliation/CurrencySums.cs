using System.Collections.Immutable;
using Archera.Contracts.Reports;

namespace Archera.Contracts.Reconciliation;

/// <param name="Amounts">One a metric, in the order of <see cref="CostMetric"/>.</param>
[GenerateSerializer, Immutable, Alias("archera.CurrencySums")]
public sealed record CurrencySums(
    [property: Id(0)] string Currency,
    [property: Id(1)] ImmutableArray<decimal> Amounts);
