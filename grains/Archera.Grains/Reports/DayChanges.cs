using Archera.Aws.Costs;
using Archera.Contracts.Reports;

namespace Archera.Grains.Reports;

/// <summary>What changed in a day's rows between two revisions of it.</summary>
public static class DayChanges
{
    /// <summary>The rows that came, went, or have another amount, in order. No table: there were no rows.</summary>
    /// <remarks>Both tables are in the same order, so each is gone through once.</remarks>
    public static IEnumerable<ChangedRow> Between(CostTable? before, CostTable? after, CostMetric metric)
    {
        var (left, right) = (0, 0);
        var (leftRows, rightRows) = (before?.Rows ?? 0, after?.Rows ?? 0);
        while (left < leftRows || right < rightRows)
        {
            var order = left == leftRows ? 1 : right == rightRows ? -1 : Order(before!, left, after!, right);
            var row = order <= 0 ? Keys(before!, left) : Keys(after!, right);
            decimal? from = order <= 0 ? before!.Column(metric)[left++] : null;
            decimal? to = order >= 0 ? after!.Column(metric)[right++] : null;
            if (from != to)
                yield return row with { From = from, To = to };
        }
    }

    /// <summary>The keys whose rows went in one currency and came in another: nobody used more or less.</summary>
    public static HashSet<(string Key1, string Key2)> Converted(IEnumerable<ChangedRow> rows) =>
    [
        .. rows.GroupBy(row => (row.Key1, row.Key2))
            .Where(same => same.Any(row => row.To is null) && same.Any(row => row.From is null))
            .Select(same => same.Key),
    ];

    private static ChangedRow Keys(CostTable table, int row) => new(
        table.Keys1[table.Key1OfRow[row]],
        table.Keys2[table.Key2OfRow[row]],
        table.Currencies[table.CurrencyOfRow[row]],
        null,
        null);

    private static int Order(CostTable left, int leftRow, CostTable right, int rightRow)
    {
        var (x, y) = (Keys(left, leftRow), Keys(right, rightRow));
        var order = string.CompareOrdinal(x.Key1, y.Key1);
        if (order == 0)
            order = string.CompareOrdinal(x.Key2, y.Key2);
        return order != 0 ? order : string.CompareOrdinal(x.Currency, y.Currency);
    }
}
