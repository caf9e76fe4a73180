using Archera.Contracts.Reports;
using Archera.Gateway.Costs;
using Archera.Gateway.Csv;
using Archera.Gateway.Reports;

namespace Archera.Gateway.Machines;

/// <summary>The tenant's machines, and how long they were up.</summary>
/// <param name="Start">The first day, inclusive.</param>
/// <param name="End">The day after the last, exclusive.</param>
/// <param name="Granularity">What a row covers.</param>
/// <param name="AsOf">The day at whose end the answer stood so; null: now.</param>
/// <param name="Rows">By payer account, linked account, Region, instance and day.</param>
/// <param name="NextCursor">For the next page; null after the last.</param>
/// <param name="Completeness">Of linked accounts: each counts, and is late by name.</param>
public sealed record MachinesResource(
    DateOnly Start,
    DateOnly End,
    MachineGranularity Granularity,
    DateOnly? AsOf,
    IReadOnlyList<MachineResource> Rows,
    string? NextCursor,
    CompletenessResource Completeness) : IReport
{
    private static readonly string[] Columns =
    [
        "payerAccount", "accountId", "region", "instanceId", "instanceType", "zone", "name", "platform", "lifecycle",
        "state", "launchedAt", "period", "hoursAtLeast", "hoursAtMost", "isExact", Incompleteness.Column,
    ];

    CsvSheet IReport.ToCsv() => new(Columns, LinkedSheet.Rows(
        Columns.Length, Rows, row => (row.PayerAccount, row.AccountId), CellsOf, Completeness));

    private static CsvCell[] CellsOf(MachineResource row) =>
    [
        CsvCell.Of(row.Region),
        CsvCell.Of(row.InstanceId),
        CsvCell.Of(row.InstanceType),
        CsvCell.Of(row.Zone),
        CsvCell.Of(row.Name),
        CsvCell.Of(row.Platform),
        CsvCell.Of(row.Lifecycle),
        CsvCell.Of(row.State),
        CsvCell.Of((DateTime?)row.LaunchedAt),
        CsvCell.Of(row.Period),
        CsvCell.OfNumber(row.HoursAtLeast),
        CsvCell.OfNumber(row.HoursAtMost),
        CsvCell.Of(row.IsExact),
    ];
}
