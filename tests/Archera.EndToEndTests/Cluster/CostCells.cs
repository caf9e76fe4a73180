using System.Globalization;
using System.Text.Json.Nodes;

namespace Archera.EndToEndTests.Cluster;

/// <summary>Costs as cells, to be compared to the last decimal: day, keys, currency.</summary>
internal sealed class CostCells
{
    private readonly Dictionary<string, decimal> _cells = [];

    private CostCells()
    {
    }

    public int Count => _cells.Count;

    public static CostCells OfApi(JsonNode costs) => Of(costs, "period");

    public static CostCells OfTruth(JsonNode truth) => Of(truth, "day");

    /// <summary>
    /// Each cell that is missing, extra or unequal; a cell of zero and an absent one are the same bill.
    /// </summary>
    public IReadOnlyList<string> DifferencesFrom(CostCells truth) =>
        [.. _cells.Keys.Union(truth._cells.Keys)
            .Where(cell => _cells.GetValueOrDefault(cell) != truth._cells.GetValueOrDefault(cell))
            .Order()
            .Select(cell => $"{cell}: {Text(_cells, cell)} instead of {Text(truth._cells, cell)}")];

    private static CostCells Of(JsonNode answer, string day)
    {
        var cells = new CostCells();
        foreach (var row in answer["rows"]!.AsArray())
        {
            var keys = string.Join(" | ", row!["keys"]!.AsArray().Select(key => (string?)key));
            cells._cells.Add(
                $"{row[day]} | {keys} | {row["currency"]}",
                decimal.Parse(row["amount"]!.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture));
        }

        return cells;
    }

    private static string Text(Dictionary<string, decimal> cells, string cell) =>
        cells.TryGetValue(cell, out var amount) ? amount.ToString(CultureInfo.InvariantCulture) : "nothing";
}
