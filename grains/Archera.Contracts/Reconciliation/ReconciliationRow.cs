using Archera.Contracts.Identity;
using Archera.Contracts.Reports;

namespace Archera.Contracts.Reconciliation;

/// <summary>One payer's month of one dataset and metric beside AWS's own total.</summary>
/// <param name="Currency">Null while nothing was compared; so are the figures.</param>
/// <param name="Aws">AWS's total without grouping, over the compared days.</param>
/// <param name="Ours">What the rows of the same days add up to.</param>
/// <param name="Days">How many days were compared: those that AWS was asked for and the report holds.</param>
/// <param name="CheckedAt">By the billing clock.</param>
[GenerateSerializer, Immutable, Alias("archera.ReconciliationRow")]
public sealed record ReconciliationRow(
    [property: Id(0)] PayerAccountKey PayerAccount,
    [property: Id(1)] DatasetName Dataset,
    [property: Id(2)] CostMetric Metric,
    [property: Id(3)] string? Currency,
    [property: Id(4)] decimal? Aws,
    [property: Id(5)] decimal? Ours,
    [property: Id(6)] int Days,
    [property: Id(7)] ReconciliationVerdict Verdict,
    [property: Id(8)] DateTimeOffset? CheckedAt)
{
    /// <summary>AWS's total less ours: what is not attributed to any row.</summary>
    public decimal? Difference => Aws - Ours;
}
