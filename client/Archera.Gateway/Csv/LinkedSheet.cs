using Archera.Gateway.Costs;

namespace Archera.Gateway.Csv;

/// <summary>
/// The rows of a sheet whose first two columns are payer and linked account. What is late of a payer as such, as its
/// list of linked accounts, is late in what each of its rows covers.
/// </summary>
internal static class LinkedSheet
{
    /// <param name="columns">How many, the first two and the last included.</param>
    /// <param name="cells">Those between.</param>
    public static IEnumerable<IReadOnlyList<CsvCell>> Rows<TRow>(
        int columns,
        IEnumerable<TRow> rows,
        Func<TRow, (string Payer, string Linked)> account,
        Func<TRow, CsvCell[]> cells,
        CompletenessResource completeness)
    {
        var incompleteness = new Incompleteness(completeness);
        foreach (var row in rows)
        {
            var (payer, linked) = account(row);
            yield return
            [
                CsvCell.Of(payer), CsvCell.Of(linked), .. cells(row), incompleteness.Of($"{payer}/{linked}", payer),
            ];
        }

        foreach (var (late, text) in incompleteness.Rest())
        {
            var parts = late.Split('/');
            var empty = Enumerable.Repeat(CsvCell.Empty, columns - 3);
            yield return [CsvCell.Of(parts[0]), CsvCell.Of(parts.ElementAtOrDefault(1)), .. empty, text];
        }
    }
}
