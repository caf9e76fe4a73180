namespace Archera.Sandbox.Comparison;

/// <param name="Rows">Stored (payer, dataset, day, keys) cells.</param>
/// <param name="Days">Payer-days that the API answered for.</param>
internal sealed record ComparisonResult(CellComparison Cells, long Rows, int Days)
{
    internal static readonly ComparisonResult Nothing = new(CellComparison.Equal, 0, 0);

    internal ComparisonResult Plus(ComparisonResult other) =>
        new(Cells.Plus(other.Cells), Rows + other.Rows, Days + other.Days);
}
