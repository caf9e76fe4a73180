namespace Archera.Contracts.Reports;

/// <summary>A question about what changed in a tenant's costs between two moments.</summary>
/// <param name="Costs">Which costs; <see cref="CostQuery.AsOf"/> is the later moment, null = now.</param>
/// <param name="Since">The earlier moment: the end of that UTC day by the billing clock.</param>
[GenerateSerializer, Immutable, Alias("archera.CostChangesQuery")]
public sealed record CostChangesQuery(
    [property: Id(0)] CostQuery Costs,
    [property: Id(1)] DateOnly Since);
