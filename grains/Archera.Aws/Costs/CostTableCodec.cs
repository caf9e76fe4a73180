namespace Archera.Aws.Costs;

/// <summary>
/// The rows of a cost partition as compressed columns. Rows are ordered by keys and currency first, so that the same
/// rows always give the same bytes, whatever order AWS's pages had.
/// </summary>
public static class CostTableCodec
{
    public const int SchemaVersion = 1;

    public static byte[] Encode(IReadOnlyCollection<CostTableRow> rows) => throw new NotSupportedException();

    /// <exception cref="InvalidDataException">The content is damaged or of an unknown schema version.</exception>
    public static IReadOnlyList<CostTableRow> Decode(int schemaVersion, ReadOnlyMemory<byte> content) =>
        throw new NotSupportedException();
}
