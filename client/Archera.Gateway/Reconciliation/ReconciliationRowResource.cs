using System.ComponentModel.DataAnnotations;
using Archera.Contracts.Reconciliation;
using Archera.Contracts.Reports;
using Archera.Gateway.Costs;

namespace Archera.Gateway.Reconciliation;

/// <param name="PayerAccount">Such as aws:111122223333.</param>
/// <param name="Dataset">The cut of the bill that was compared.</param>
/// <param name="Metric">Which of Cost Explorer's cost metrics.</param>
/// <param name="Currency">The currency's ISO 4217 code; null while nothing was compared, as the figures are.</param>
/// <param name="Aws">AWS's own total of the compared days, asked for without grouping; decimal text.</param>
/// <param name="Ours">What our rows of the same days add up to; decimal text.</param>
/// <param name="Difference">AWS's less ours: what is not attributed to any row; decimal text.</param>
/// <param name="Days">How many days were compared.</param>
/// <param name="Verdict">equal; rounding: what AWS's rounding of each row explains, at most 1e-10 a row and day;
/// differs: more, also after the days were read again; unchecked: not compared since days were last read.</param>
/// <param name="CheckedAt">When they were compared, UTC.</param>
public sealed record ReconciliationRowResource(
    string PayerAccount,
    string Dataset,
    CostMetric Metric,
    string? Currency,
    [property: RegularExpression(AmountText.Pattern)] string? Aws,
    [property: RegularExpression(AmountText.Pattern)] string? Ours,
    [property: RegularExpression(AmountText.Pattern)] string? Difference,
    int Days,
    string Verdict,
    DateTime? CheckedAt)
{
    internal static ReconciliationRowResource Of(ReconciliationRow row) => new(
        row.PayerAccount.ToString(),
        row.Dataset.Value,
        row.Metric,
        row.Currency,
        Text(row.Aws),
        Text(row.Ours),
        Text(row.Difference),
        row.Days,
        row.Verdict.ToString().ToLowerInvariant(),
        row.CheckedAt?.UtcDateTime);

    private static string? Text(decimal? amount) => amount is { } value ? AmountText.Of(value) : null;
}
