using System.Collections.Immutable;
using Archera.Contracts;
using Archera.Contracts.Commitments;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Grains.Tenants;

namespace Archera.Grains.Commitments;

/// <summary>Adds payers' days up to rows and totals. Percentages are made of the sums, never added.</summary>
public static class CommitmentMerge
{
    public static Answer<CommitmentReport> ToReport(CommitmentQuery query, IEnumerable<PayerCommitments> payers)
    {
        var answers = payers.ToArray();
        try
        {
            var rows = Rows(query, answers);
            if (rows.Length > CommitmentQuery.MaxRows)
            {
                return new Refusal(
                    RefusalCodes.TooManyRows,
                    $"The answer has more than {CommitmentQuery.MaxRows} rows. Ask for fewer days or payer accounts, "
                    + "or by month.");
            }

            return new CommitmentReport(
                Totals(rows), rows, Inventory(query, answers),
                CompletenessMerge.Sum(answers.Select(answer => answer.Completeness)));
        }
        catch (OverflowException)
        {
            return new Refusal(
                RefusalCodes.InexactSum,
                "A sum has more digits than can be given exactly. Ask for fewer days or payer accounts.");
        }
    }

    private static ImmutableArray<CommitmentRow> Rows(CommitmentQuery query, PayerCommitments[] answers) =>
    [
        .. answers
            .SelectMany(
                answer => answer.Slices.SelectMany(slice => slice.Lines), (answer, line) => (answer.Payer, line))
            .Where(each => query.Keeps(each.line.Kind)
                && (each.line.Kind == CommitmentKind.SavingsPlans || query.KeepsService(each.line.Service)))
            .GroupBy(each => (Period: PeriodOf(query, each.line.Day), each.Payer, each.line.Kind, each.line.Service,
                each.line.Currency))
            .Select(group => new CommitmentRow(
                group.Key.Period, group.Key.Payer, group.Key.Kind, group.Key.Service, group.Key.Currency,
                Sum(group.Select(each => each.line.Figures))))
            .OrderBy(row => row.Period)
            .ThenBy(row => row.Payer, PayerOrder.Instance)
            .ThenBy(row => row.Kind)
            .ThenBy(row => row.Service, StringComparer.Ordinal)
            .ThenBy(row => row.Currency, StringComparer.Ordinal),
    ];

    private static ImmutableArray<CommitmentTotal> Totals(ImmutableArray<CommitmentRow> rows) =>
    [
        .. rows.GroupBy(row => (row.Kind, row.Currency))
            .OrderBy(group => group.Key.Kind).ThenBy(group => group.Key.Currency, StringComparer.Ordinal)
            .Select(group => new CommitmentTotal(
                group.Key.Kind, group.Key.Currency, Sum(group.Select(row => row.Figures)))),
    ];

    /// <summary>Each commitment once, as the newest of the received days knows it.</summary>
    private static ImmutableArray<HeldCommitment> Inventory(CommitmentQuery query, PayerCommitments[] answers) =>
    [
        .. answers.SelectMany(answer => answer.Slices
            .OrderBy(slice => slice.Days.IsEmpty ? DateOnly.MinValue : slice.Days.Max(day => day.Day))
            .SelectMany(slice => slice.Items)
            .Where(item => item.Kind == CommitmentKind.SavingsPlans || query.KeepsService(item.Service))
            .GroupBy(item => item.Id, StringComparer.Ordinal)
            .Select(known => known.Last())
            .OrderBy(item => item.Kind)
            .ThenBy(item => item.End)
            .ThenBy(item => item.Id, StringComparer.Ordinal)
            .Select(item => new HeldCommitment(answer.Payer, item))),
    ];

    private static CommitmentFigures Sum(IEnumerable<CommitmentFigures> figures) =>
        figures.Aggregate(CommitmentFigures.None, (sum, each) => sum + each);

    private static DateOnly PeriodOf(CommitmentQuery query, DateOnly day) =>
        query.Granularity == CostGranularity.Daily ? day : YearMonth.Of(day).Days.Start;
}
