using System.Collections.Immutable;

namespace Archera.Sandbox.Comparison;

/// <summary>Cells of the truth beside cells of the product: what is missing, extra or unequal.</summary>
internal sealed record CellComparison(int Missing, int Extra, int Unequal, ImmutableArray<string> Examples)
{
    /// <summary>So many differences are told in words; the rest is counted.</summary>
    private const int MaximumExamples = 5;

    internal static readonly CellComparison Equal = new(0, 0, 0, []);

    internal int Mismatches => Missing + Extra + Unequal;

    internal static CellComparison Between(
        string payer, IReadOnlyDictionary<CostCell, decimal> truth, IReadOnlyDictionary<CostCell, decimal> product)
    {
        var missing = truth.Where(cell => !product.ContainsKey(cell.Key)).ToArray();
        var extra = product.Where(cell => !truth.ContainsKey(cell.Key)).ToArray();
        var unequal = truth
            .Where(cell => product.TryGetValue(cell.Key, out var amount) && amount != cell.Value)
            .ToArray();
        return new CellComparison(missing.Length, extra.Length, unequal.Length,
        [
            .. missing.Select(cell => $"{payer} lacks {cell.Key}, truly {cell.Value}")
                .Concat(extra.Select(cell => $"{payer} has {cell.Key} of {cell.Value}, which is not in the bill"))
                .Concat(unequal.Select(cell => $"{payer} has {cell.Key} as {product[cell.Key]}, truly {cell.Value}"))
                .Take(MaximumExamples),
        ]);
    }

    internal CellComparison Plus(CellComparison other) => new(
        Missing + other.Missing,
        Extra + other.Extra,
        Unequal + other.Unequal,
        [.. Examples.Concat(other.Examples).Take(MaximumExamples)]);
}
