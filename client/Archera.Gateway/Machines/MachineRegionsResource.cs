using Archera.Gateway.Costs;
using Archera.Gateway.Csv;
using Archera.Gateway.Reports;

namespace Archera.Gateway.Machines;

/// <summary>
/// The Regions of linked accounts whose machines were not read, by the newest of the days that was looked at.
/// </summary>
/// <param name="Start">The first day, inclusive.</param>
/// <param name="End">The day after the last, exclusive.</param>
/// <param name="AsOf">The day at whose end the answer stood so; null: now.</param>
/// <param name="Rows">By payer account, linked account and Region.</param>
/// <param name="NextCursor">For the next page; null after the last.</param>
/// <param name="Completeness">That of the machines of the same days.</param>
public sealed record MachineRegionsResource(
    DateOnly Start,
    DateOnly End,
    DateOnly? AsOf,
    IReadOnlyList<MachineRegionResource> Rows,
    string? NextCursor,
    CompletenessResource Completeness) : IReport
{
    private static readonly string[] Columns =
    [
        "payerAccount", "accountId", "region", "standing", "seenUntil", "detail", Incompleteness.Column,
    ];

    CsvSheet IReport.ToCsv() => new(Columns, LinkedSheet.Rows(
        Columns.Length, Rows, row => (row.PayerAccount, row.AccountId), CellsOf, Completeness));

    private static CsvCell[] CellsOf(MachineRegionResource row) =>
    [
        CsvCell.Of(row.Region),
        CsvCell.Of(row.Standing),
        CsvCell.Of(row.SeenUntil),
        CsvCell.Of(row.Detail),
    ];
}
