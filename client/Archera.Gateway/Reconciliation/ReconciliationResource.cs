using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Archera.Contracts.Reconciliation;
using Archera.Contracts.Time;
using Archera.Gateway.Costs;
using Archera.Gateway.Csv;
using Archera.Gateway.Reports;

namespace Archera.Gateway.Reconciliation;

/// <summary>How a month's figures compare with AWS's own totals.</summary>
/// <param name="Month">The month, written yyyy-MM.</param>
/// <param name="Rows">By payer account, dataset, metric, currency.</param>
/// <param name="Completeness">Of the month over all cost datasets: a day is received once each of them has it.</param>
public sealed record ReconciliationResource(
    [property: RegularExpression("^[0-9]{4}-(0[1-9]|1[0-2])$")] string Month,
    IReadOnlyList<ReconciliationRowResource> Rows,
    CompletenessResource Completeness) : IReport
{
    internal static ReconciliationResource Of(YearMonth month, ReconciliationReport report) => new(
        month.ToString(),
        [.. report.Rows.Select(ReconciliationRowResource.Of)],
        CompletenessResource.Of(report.Completeness));

    CsvSheet IReport.ToCsv() => new(
        [
            "month", "payerAccount", "dataset", "metric", "currency", "aws", "ours", "difference", "days", "verdict",
            "checkedAt", Incompleteness.Column,
        ],
        CsvRows());

    private IEnumerable<IReadOnlyList<CsvCell>> CsvRows()
    {
        var incompleteness = new Incompleteness(Completeness);
        foreach (var row in Rows)
        {
            yield return
            [
                CsvCell.Of(Month),
                CsvCell.Of(row.PayerAccount),
                CsvCell.Of(row.Dataset),
                CsvCell.Of(row.Metric.ToString()),
                CsvCell.Of(row.Currency),
                CsvCell.OfNumber(row.Aws),
                CsvCell.OfNumber(row.Ours),
                CsvCell.OfNumber(row.Difference),
                CsvCell.OfNumber(row.Days.ToString(CultureInfo.InvariantCulture)),
                CsvCell.Of(row.Verdict),
                CsvCell.Of(row.CheckedAt),
                incompleteness.Of(row.PayerAccount),
            ];
        }

        foreach (var (account, text) in incompleteness.Rest())
            yield return [CsvCell.Of(Month), CsvCell.Of(account), .. Enumerable.Repeat(CsvCell.Empty, 9), text];
    }
}
