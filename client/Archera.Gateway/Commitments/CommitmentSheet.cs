using System.Globalization;
using Archera.Gateway.Costs;
using Archera.Gateway.Csv;

namespace Archera.Gateway.Commitments;

/// <summary>
/// Figures and commitments in one sheet. A row has cells of the one or of the other, so that the sum of a column is the
/// sum of its figures.
/// </summary>
internal static class CommitmentSheet
{
    private const string Figures = "figures";
    private const string Commitment = "commitment";

    private static readonly string[] Shared = ["row", "period", "payerAccount", "kind", "service", "currency"];

    private static readonly string[] OfFigures =
    [
        "commitment", "usedCommitment", "unusedCommitment", "onDemandEquivalent", "netSavings", "purchasedHours",
        "usedHours", "unusedHours", "utilization", "coveredCost", "onDemandCost", "coveredHours", "onDemandHours",
        "coverage",
    ];

    private static readonly string[] OfCommitment =
    [
        "id", "owner", "type", "region", "state", "paymentOption", "termStart", "termEnd", "hourlyCommitment", "count",
        "upfrontFee", "recurringHourlyFee",
    ];

    public static CsvSheet Of(
        IEnumerable<CommitmentRowResource> rows,
        IReadOnlyList<HeldCommitmentResource> inventory,
        CompletenessResource completeness) =>
        new([.. Shared, .. OfFigures, .. OfCommitment, Incompleteness.Column], Rows(rows, inventory, completeness));

    private static IEnumerable<IReadOnlyList<CsvCell>> Rows(
        IEnumerable<CommitmentRowResource> rows,
        IReadOnlyList<HeldCommitmentResource> inventory,
        CompletenessResource completeness)
    {
        var incompleteness = new Incompleteness(completeness);
        foreach (var row in rows)
        {
            yield return
            [
                CsvCell.Of(Figures), CsvCell.Of(row.Period), CsvCell.Of(row.PayerAccount),
                CsvCell.Of(row.Kind.ToString()), CsvCell.Of(row.Service), CsvCell.Of(row.Currency),
                .. Cells(row.Figures), .. Empty(OfCommitment.Length), incompleteness.Of(row.PayerAccount),
            ];
        }

        foreach (var held in inventory)
        {
            yield return
            [
                CsvCell.Of(Commitment), CsvCell.Empty, CsvCell.Of(held.PayerAccount), CsvCell.Of(held.Kind.ToString()),
                CsvCell.Of(held.Service), CsvCell.Of(held.Currency),
                .. Empty(OfFigures.Length), .. Cells(held), incompleteness.Of(held.PayerAccount),
            ];
        }

        foreach (var (account, text) in incompleteness.Rest())
        {
            yield return
            [
                CsvCell.Of(Figures), CsvCell.Empty, CsvCell.Of(account),
                .. Empty(Shared.Length - 3 + OfFigures.Length + OfCommitment.Length), text,
            ];
        }
    }

    private static IEnumerable<CsvCell> Empty(int count) => Enumerable.Repeat(CsvCell.Empty, count);

    private static IEnumerable<CsvCell> Cells(CommitmentFiguresResource figures) => new[]
    {
        figures.Commitment, figures.UsedCommitment, figures.UnusedCommitment, figures.OnDemandEquivalent,
        figures.NetSavings, figures.PurchasedHours, figures.UsedHours, figures.UnusedHours, figures.Utilization,
        figures.CoveredCost, figures.OnDemandCost, figures.CoveredHours, figures.OnDemandHours, figures.Coverage,
    }.Select(CsvCell.OfNumber);

    private static CsvCell[] Cells(HeldCommitmentResource held) =>
    [
        CsvCell.Of(held.Id), CsvCell.Of(held.Owner), CsvCell.Of(held.Type), CsvCell.Of(held.Region),
        CsvCell.Of(held.State), CsvCell.Of(held.PaymentOption), CsvCell.Of(held.TermStart), CsvCell.Of(held.TermEnd),
        CsvCell.OfNumber(held.HourlyCommitment),
        CsvCell.OfNumber(held.Count?.ToString(CultureInfo.InvariantCulture)),
        CsvCell.OfNumber(held.UpfrontFee), CsvCell.OfNumber(held.RecurringHourlyFee),
    ];
}
