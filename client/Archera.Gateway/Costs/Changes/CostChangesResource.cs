using Archera.Contracts.Reports;
using Archera.Gateway.Csv;
using Archera.Gateway.Reports;

namespace Archera.Gateway.Costs.Changes;

/// <summary>What changed in a tenant's costs between two moments, with the statement whether both are whole.</summary>
/// <param name="Start">The first day, inclusive, UTC.</param>
/// <param name="End">The day after the last, exclusive, UTC.</param>
/// <param name="Granularity">What a row's period is.</param>
/// <param name="Metric">Which of Cost Explorer's cost metrics the amounts are.</param>
/// <param name="GroupBy">What the rows' keys are, in order.</param>
/// <param name="Since">The earlier moment is the end of this UTC day.</param>
/// <param name="AsOf">The later moment is the end of this UTC day; null for now.</param>
/// <param name="Totals">Over the whole range, what did not change included, one per currency.</param>
/// <param name="Rows">What differs, ordered by period, keys and currency.</param>
/// <param name="Completeness">Whether the figures of both moments are whole. A day that is not known any more as it was
/// is late as forgotten-revision, and in no figure.</param>
/// <param name="Caveats">Figures that are wrong though they are whole, as in costs.</param>
public sealed record CostChangesResource(
    DateOnly Start,
    DateOnly End,
    CostGranularity Granularity,
    CostMetric Metric,
    IReadOnlyList<CostDimension> GroupBy,
    DateOnly Since,
    DateOnly? AsOf,
    IReadOnlyList<ChangedTotalResource> Totals,
    IEnumerable<CostChangeResource> Rows,
    CompletenessResource Completeness,
    IReadOnlyList<CaveatResource> Caveats) : IReport
{
    /// <summary>Rows are made as they are written: a large answer is never held twice.</summary>
    internal static CostChangesResource Of(CostChangesQuery query, CostChanges changes) => new(
        query.Costs.Period.Start,
        query.Costs.Period.End,
        query.Costs.Granularity,
        query.Costs.Metric,
        query.Costs.GroupBy,
        query.Since,
        query.Costs.AsOf,
        [.. changes.Totals.Select(ChangedTotalResource.Of)],
        changes.Rows.Select(CostChangeResource.Of),
        CompletenessResource.Of(changes.Completeness),
        changes.Caveats.IsDefault ? [] : [.. changes.Caveats.Select(CaveatResource.Of)]);

    CsvSheet IReport.ToCsv() => FigureSheet.Of(
        GroupBy,
        ["from", "to", "difference", "currency", "changedAt", "cause"],
        Rows.Select(row => (row.Period, row.Keys, new[]
        {
            CsvCell.OfNumber(row.From),
            CsvCell.OfNumber(row.To),
            CsvCell.OfNumber(row.Difference),
            CsvCell.Of(row.Currency),
            CsvCell.Of(row.ChangedAt),
            CsvCell.Of(row.Cause),
        })),
        Completeness);
}
