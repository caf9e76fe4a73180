using Archera.Contracts.Identity;
using Archera.Contracts.Reconciliation;
using Archera.Contracts.Reports;

namespace Archera.Grains.Reconciliation;

/// <param name="Days">How many days were compared.</param>
/// <param name="Verdict">The worst of its days.</param>
[GenerateSerializer, Immutable, Alias("archera.state.CheckedSum")]
public sealed record CheckedSum(
    [property: Id(0)] DatasetName Dataset,
    [property: Id(1)] CostMetric Metric,
    [property: Id(2)] string Currency,
    [property: Id(3)] decimal Aws,
    [property: Id(4)] decimal Ours,
    [property: Id(5)] int Days,
    [property: Id(6)] ReconciliationVerdict Verdict);
