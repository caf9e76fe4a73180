using Archera.Contracts.Commitments;
using Archera.Contracts.Reports;
using Archera.Gateway.Costs;
using Archera.Gateway.Csv;
using Archera.Gateway.Reports;

namespace Archera.Gateway.Commitments;

/// <summary>A tenant's Savings Plans and reservations, with the statement whether they are whole.</summary>
/// <param name="Start">The first day, inclusive, UTC.</param>
/// <param name="End">The day after the last, exclusive, UTC.</param>
/// <param name="Granularity">What a row's period is.</param>
/// <param name="AsOf">The day at whose end the answer stood so; null: now.</param>
/// <param name="Totals">Over the whole range, one for each kind and currency.</param>
/// <param name="Rows">Ordered by period, payer, kind and service; at most 100,000.</param>
/// <param name="Inventory">What ran in the range or waits to; ordered by payer, kind and end.</param>
/// <param name="Completeness">Of payers: a day is received once Savings Plans and reservations have it, each where it
/// is asked for.</param>
public sealed record CommitmentsResource(
    DateOnly Start,
    DateOnly End,
    CostGranularity Granularity,
    DateOnly? AsOf,
    IReadOnlyList<CommitmentTotalResource> Totals,
    IEnumerable<CommitmentRowResource> Rows,
    IReadOnlyList<HeldCommitmentResource> Inventory,
    CompletenessResource Completeness) : IReport
{
    internal static CommitmentsResource Of(CommitmentQuery query, CommitmentReport report) => new(
        query.Period.Start,
        query.Period.End,
        query.Granularity,
        query.AsOf,
        [.. report.Totals.Select(CommitmentTotalResource.Of)],
        report.Rows.Select(CommitmentRowResource.Of),
        [.. report.Inventory.Select(HeldCommitmentResource.Of)],
        CompletenessResource.Of(report.Completeness));

    CsvSheet IReport.ToCsv() => CommitmentSheet.Of(Rows, Inventory, Completeness);
}
