namespace Archera.Sandbox.Comparison;

/// <param name="Rows">Stored (payer, dataset, day, keys) cells.</param>
/// <param name="Mismatches">Cells missing, extra or unequal as read through the HTTP API.</param>
internal sealed record DatasetFigures(string Dataset, long Rows, int Mismatches)
{
    internal DatasetFigures Plus(DatasetFigures other) =>
        this with { Rows = Rows + other.Rows, Mismatches = Mismatches + other.Mismatches };
}
