namespace Archera.Aws.Costs;

/// <summary>
/// The rows of a cost partition as compact columns. Rows are ordered by keys and currency first, so that the same rows
/// always give the same bytes, whatever order AWS's pages had and on every runtime.
/// </summary>
/// <remarks>
/// Texts are written once and rows point at them; amounts are whole numbers with one scale a column where they share
/// it; a metric writes only the rows that differ from the metric it follows: 16 bytes a row on a generated bill. Brotli
/// on top would make 12 of them, but its bytes may change with its version, and changed bytes are a new revision of
/// every day.
/// </remarks>
public static class CostTableCodec
{
    public const int SchemaVersion = 1;

    /// <summary>
    /// A day of a payer: far above 2,000 linked accounts of 300 services, so that damage can't ask for gigabytes.
    /// </summary>
    public const int MaxRows = 1_000_000;

    /// <summary>In UTF-8 bytes. AWS names services and record types in well under 256.</summary>
    public const int MaxKeyBytes = 4_096;

    /// <exception cref="ArgumentException">Two rows have the same keys and currency, or a limit is passed.</exception>
    public static byte[] Encode(IReadOnlyCollection<CostTableRow> rows)
    {
        if (rows.Count > MaxRows)
            throw new ArgumentException($"A cost partition holds {MaxRows} rows, not {rows.Count}.", nameof(rows));
        return CostTableWriter.Write(rows);
    }

    /// <exception cref="InvalidDataException">The content is damaged or of an unknown schema version.</exception>
    public static IReadOnlyList<CostTableRow> Decode(int schemaVersion, ReadOnlyMemory<byte> content)
    {
        var table = Read(schemaVersion, content);
        var rows = new CostTableRow[table.Rows];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = table[i];
        return rows;
    }

    /// <summary>Reads the columns without making rows of them: the way for sums over many days.</summary>
    /// <exception cref="InvalidDataException">The content is damaged or of an unknown schema version.</exception>
    public static CostTable Read(int schemaVersion, ReadOnlyMemory<byte> content) => schemaVersion == SchemaVersion
        ? CostTableReader.Read(content.Span)
        : throw new InvalidDataException(
            $"Cost content of schema version {schemaVersion} can't be read: this version knows {SchemaVersion}.");
}
