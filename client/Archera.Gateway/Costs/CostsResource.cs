using Archera.Contracts.Reports;
using Archera.Gateway.Csv;
using Archera.Gateway.Reports;

namespace Archera.Gateway.Costs;

/// <summary>A tenant's costs, with the statement whether they are whole.</summary>
/// <param name="Start">The first day, inclusive, UTC.</param>
/// <param name="End">The day after the last, exclusive, UTC.</param>
/// <param name="Granularity">What a row's period is.</param>
/// <param name="Metric">Which of Cost Explorer's cost metrics the amounts are.</param>
/// <param name="GroupBy">What the rows' keys are, in order.</param>
/// <param name="Totals">Over the whole range, one per currency.</param>
/// <param name="Rows">Ordered by period, keys and currency; at most 100,000.</param>
/// <param name="Completeness">Whether the figures are whole.</param>
/// <param name="Caveats">Figures that are wrong though they are whole, because a linked account is connected without
/// its payer; empty when no figure is such an account's.</param>
public sealed record CostsResource(
    DateOnly Start,
    DateOnly End,
    CostGranularity Granularity,
    CostMetric Metric,
    IReadOnlyList<CostDimension> GroupBy,
    IReadOnlyList<TotalResource> Totals,
    IEnumerable<CostRowResource> Rows,
    CompletenessResource Completeness,
    IReadOnlyList<CaveatResource> Caveats) : IReport
{
    /// <summary>Rows are made as they are written: a large answer is never held twice.</summary>
    internal static CostsResource Of(CostQuery query, CostReport report) => new(
        query.Period.Start,
        query.Period.End,
        query.Granularity,
        query.Metric,
        query.GroupBy,
        [.. report.Totals.Select(TotalResource.Of)],
        report.Rows.Select(CostRowResource.Of),
        CompletenessResource.Of(report.Completeness),
        report.Caveats.IsDefault ? [] : [.. report.Caveats.Select(CaveatResource.Of)]);

    CsvSheet IReport.ToCsv() => FigureSheet.Of(
        GroupBy,
        ["amount", "currency", "estimated"],
        Rows.Select(row => (row.Period, row.Keys, new[]
        {
            CsvCell.OfNumber(row.Amount), CsvCell.Of(row.Currency), CsvCell.Of(row.Estimated),
        })),
        Completeness);
}
