using System.Collections.Immutable;

namespace Archera.Sandbox.Comparison;

/// <param name="Days">Payer-days that the API answered for.</param>
/// <param name="Datasets">Each dataset once, in the order of names.</param>
internal sealed record ComparisonResult(CellComparison Cells, int Days, ImmutableArray<DatasetFigures> Datasets)
{
    internal static readonly ComparisonResult Nothing = new(CellComparison.Equal, 0, []);

    internal long Rows => Datasets.Sum(dataset => dataset.Rows);

    internal static ComparisonResult Of(string dataset, CellComparison cells, long rows) =>
        new(cells, 0, [new DatasetFigures(dataset, rows, cells.Mismatches)]);

    internal ComparisonResult Plus(ComparisonResult other) => new(
        Cells.Plus(other.Cells),
        Days + other.Days,
        [
            .. Datasets.Concat(other.Datasets)
                .GroupBy(figures => figures.Dataset)
                .Select(figures => figures.Aggregate((sum, next) => sum.Plus(next)))
                .OrderBy(figures => figures.Dataset, StringComparer.Ordinal),
        ]);
}
