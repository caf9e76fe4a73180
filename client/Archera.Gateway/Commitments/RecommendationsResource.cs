using Archera.Contracts.Commitments;
using Archera.Gateway.Costs;
using Archera.Gateway.Csv;
using Archera.Gateway.Reports;

namespace Archera.Gateway.Commitments;

/// <summary>What AWS recommends the tenant's payers to buy.</summary>
/// <param name="Rows">By payer, kind, service and type.</param>
/// <param name="Completeness">A payer counts as received once its list is read and is not late.</param>
public sealed record RecommendationsResource(
    IReadOnlyList<RecommendationResource> Rows, CompletenessResource Completeness) : IReport
{
    private static readonly string[] Columns =
    [
        "payerAccount", "kind", "service", "type", "account", "region", "hourlyCommitment", "count", "term",
        "paymentOption", "lookback", "upfrontCost", "estimatedMonthlySavings", "estimatedSavingsPercent",
        "estimatedUtilization", "currency", "generatedAt", Incompleteness.Column,
    ];

    internal static RecommendationsResource Of(RecommendationReport report) => new(
        [.. report.Rows.Select(RecommendationResource.Of)], CompletenessResource.Of(report.Completeness));

    CsvSheet IReport.ToCsv() => new(Columns, CsvRows());

    private IEnumerable<IReadOnlyList<CsvCell>> CsvRows()
    {
        var incompleteness = new Incompleteness(Completeness);
        foreach (var row in Rows)
        {
            yield return
            [
                CsvCell.Of(row.PayerAccount), CsvCell.Of(row.Kind.ToString()), CsvCell.Of(row.Service),
                CsvCell.Of(row.Type), CsvCell.Of(row.Account), CsvCell.Of(row.Region),
                CsvCell.OfNumber(row.HourlyCommitment), CsvCell.OfNumber(row.Count), CsvCell.Of(row.Term),
                CsvCell.Of(row.PaymentOption), CsvCell.Of(row.Lookback), CsvCell.OfNumber(row.UpfrontCost),
                CsvCell.OfNumber(row.EstimatedMonthlySavings), CsvCell.OfNumber(row.EstimatedSavingsPercent),
                CsvCell.OfNumber(row.EstimatedUtilization), CsvCell.Of(row.Currency), CsvCell.Of(row.GeneratedAt),
                incompleteness.Of(row.PayerAccount),
            ];
        }

        foreach (var (account, text) in incompleteness.Rest())
            yield return [CsvCell.Of(account), .. Enumerable.Repeat(CsvCell.Empty, Columns.Length - 2), text];
    }
}
