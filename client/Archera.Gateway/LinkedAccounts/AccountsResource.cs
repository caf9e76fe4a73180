using Archera.Gateway.Costs;
using Archera.Gateway.Csv;
using Archera.Gateway.Reports;

namespace Archera.Gateway.LinkedAccounts;

/// <summary>The accounts of the tenant's organizations.</summary>
/// <param name="AsOf">The day at whose end the list stood so; null: now.</param>
/// <param name="Rows">By payer account and id.</param>
/// <param name="NextCursor">For the next page; null after the last.</param>
/// <param name="Completeness">A payer counts as received once its list is read and nothing of it is late.</param>
public sealed record AccountsResource(
    DateOnly? AsOf,
    IReadOnlyList<AccountResource> Rows,
    string? NextCursor,
    CompletenessResource Completeness) : IReport
{
    private static readonly string[] Columns =
    [
        "payerAccount", "accountId", "name", "state", "membership", "joinedAt", "firstSeenAt", "leftAt", "returnedAt",
        "movedTo", "reading", "lateBecause", Incompleteness.Column,
    ];

    CsvSheet IReport.ToCsv() => new(Columns, CsvRows());

    private IEnumerable<IReadOnlyList<CsvCell>> CsvRows()
    {
        var incompleteness = new Incompleteness(Completeness);
        foreach (var row in Rows)
        {
            yield return
            [
                CsvCell.Of(row.PayerAccount),
                CsvCell.Of(row.AccountId),
                CsvCell.Of(row.Name),
                CsvCell.Of(row.State),
                CsvCell.Of(row.Membership),
                CsvCell.Of(row.JoinedAt),
                CsvCell.Of(row.FirstSeenAt),
                CsvCell.Of(row.LeftAt),
                CsvCell.Of(row.ReturnedAt),
                CsvCell.Of(row.MovedTo),
                CsvCell.Of(row.Reading),
                CsvCell.Of(string.Join("; ", row.Late.Select(late => $"{late.Dataset} {late.Reason}"))),
                incompleteness.Of(row.PayerAccount),
            ];
        }

        foreach (var (account, text) in incompleteness.Rest())
            yield return [CsvCell.Of(account), .. Enumerable.Repeat(CsvCell.Empty, Columns.Length - 2), text];
    }
}
