using System.Collections.Immutable;

namespace Archera.Contracts.Reports;

/// <summary>
/// Keeps the rows whose value of the dimension is one of <paramref name="Values"/>. Several filters all hold.
/// </summary>
[GenerateSerializer, Immutable, Alias("archera.CostFilter")]
public sealed record CostFilter(
    [property: Id(0)] CostDimension Dimension,
    [property: Id(1)] ImmutableArray<string> Values);
