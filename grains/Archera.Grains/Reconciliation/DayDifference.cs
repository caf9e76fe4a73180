using Archera.Contracts.Identity;
using Archera.Contracts.Reports;

namespace Archera.Grains.Reconciliation;

/// <summary>A day whose rows do not add up to AWS's own total, though it was read again.</summary>
/// <param name="Since">When that was first found, by the billing clock.</param>
[GenerateSerializer, Immutable, Alias("archera.state.DayDifference")]
public sealed record DayDifference(
    [property: Id(0)] DatasetName Dataset,
    [property: Id(1)] DateOnly Day,
    [property: Id(2)] CostMetric Metric,
    [property: Id(3)] string Currency,
    [property: Id(4)] decimal Aws,
    [property: Id(5)] decimal Ours,
    [property: Id(6)] DateTimeOffset Since);
