using System.Collections.Immutable;
using Archera.Contracts.Time;

namespace Archera.Contracts.Reports;

/// <summary>A question about a tenant's costs.</summary>
/// <param name="GroupBy">None, or up to two dimensions; keys come in this order.</param>
/// <param name="AsOf">The answer as it stood at the end of that UTC day by the billing clock; null = now.</param>
[GenerateSerializer, Immutable, Alias("archera.CostQuery")]
public sealed record CostQuery(
    [property: Id(0)] DatePeriod Period,
    [property: Id(1)] CostGranularity Granularity,
    [property: Id(2)] CostMetric Metric,
    [property: Id(3)] ImmutableArray<CostDimension> GroupBy,
    [property: Id(4)] ImmutableArray<CostFilter> Filters,
    [property: Id(5)] DateOnly? AsOf)
{
    public const int MaxDays = 400;
    public const int MaxRows = 100_000;
    public const int MaxGroupBy = 2;
}
