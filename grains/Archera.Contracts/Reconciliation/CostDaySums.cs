using System.Collections.Immutable;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Reconciliation;

/// <summary>What the rows of one stored day add up to.</summary>
/// <param name="Rows">How many rows the day has.</param>
/// <param name="Sums">One a currency; empty for a day without rows.</param>
[GenerateSerializer, Immutable, Alias("archera.CostDaySums")]
public sealed record CostDaySums(
    [property: Id(0)] DatasetName Dataset,
    [property: Id(1)] DateOnly Day,
    [property: Id(2)] int Rows,
    [property: Id(3)] ImmutableArray<CurrencySums> Sums);
