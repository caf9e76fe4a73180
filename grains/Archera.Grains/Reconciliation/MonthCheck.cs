using System.Collections.Immutable;

namespace Archera.Grains.Reconciliation;

/// <summary>The newest comparison of a month with AWS's own totals.</summary>
/// <param name="CheckedAt">By the billing clock: days read later have not been compared.</param>
[GenerateSerializer, Immutable, Alias("archera.state.MonthCheck")]
public sealed record MonthCheck(
    [property: Id(0)] DateTimeOffset CheckedAt,
    [property: Id(1)] ImmutableArray<CheckedSum> Sums,
    [property: Id(2)] ImmutableArray<DayDifference> Differences);
