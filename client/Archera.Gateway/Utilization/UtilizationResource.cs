using Archera.Gateway.Costs;
using Archera.Gateway.Csv;
using Archera.Gateway.Reports;

namespace Archera.Gateway.Utilization;

/// <summary>How a tenant's machines are used, with the statement whether that is whole.</summary>
/// <param name="Start">The first day, inclusive, UTC.</param>
/// <param name="End">The day after the last, exclusive, UTC.</param>
/// <param name="AsOf">The day at whose end the answer stood so; null: now.</param>
/// <param name="Rows">By payer account, linked account, Region and machine.</param>
/// <param name="NextCursor">For the next page; null after the last.</param>
/// <param name="Completeness">By linked account.</param>
public sealed record UtilizationResource(
    DateOnly Start,
    DateOnly End,
    DateOnly? AsOf,
    IReadOnlyList<MachineUseResource> Rows,
    string? NextCursor,
    CompletenessResource Completeness) : IReport
{
    CsvSheet IReport.ToCsv() => UtilizationSheet.Of(this);
}
