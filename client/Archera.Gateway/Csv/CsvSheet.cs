namespace Archera.Gateway.Csv;

/// <summary>A table to be written.</summary>
/// <param name="Columns">The header row: names as JSON has them.</param>
/// <param name="Rows">Made as they are written; each has a cell for every column.</param>
internal sealed record CsvSheet(IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<CsvCell>> Rows);
