using Archera.Contracts.Reports;
using Archera.Gateway.Costs;

namespace Archera.Gateway.Csv;

/// <summary>
/// The sheet of a report whose rows are a period, keys and figures. The sum of a column is the sum of its figures:
/// rows of late accounts have none.
/// </summary>
internal static class FigureSheet
{
    /// <param name="figures">The names of the columns after the keys.</param>
    /// <param name="rows">Each with a cell for each of <paramref name="figures"/>.</param>
    public static CsvSheet Of(
        IReadOnlyList<CostDimension> groupBy,
        IReadOnlyList<string> figures,
        IEnumerable<(DateOnly Period, IReadOnlyList<string> Keys, CsvCell[] Figures)> rows,
        CompletenessResource completeness) => new(
        ["period", .. groupBy.Select(dimension => dimension.ToString()), .. figures, Incompleteness.Column],
        Rows(groupBy, figures.Count, rows, completeness));

    private static IEnumerable<IReadOnlyList<CsvCell>> Rows(
        IReadOnlyList<CostDimension> groupBy,
        int figures,
        IEnumerable<(DateOnly Period, IReadOnlyList<string> Keys, CsvCell[] Figures)> rows,
        CompletenessResource completeness)
    {
        var incompleteness = new Incompleteness(completeness);
        var payerAt = groupBy.ToList().IndexOf(CostDimension.PayerAccount);
        foreach (var row in rows)
        {
            var incomplete = incompleteness.Of(payerAt < 0 ? null : row.Keys[payerAt]);
            yield return [CsvCell.Of(row.Period), .. row.Keys.Select(CsvCell.Of), .. row.Figures, incomplete];
        }

        foreach (var (account, text) in incompleteness.Rest())
        {
            yield return
            [
                CsvCell.Empty,
                .. groupBy.Select((_, at) => at == payerAt ? CsvCell.Of(account) : CsvCell.Empty),
                .. Enumerable.Repeat(CsvCell.Empty, figures),
                text,
            ];
        }
    }
}
