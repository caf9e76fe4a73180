namespace Archera.Silo.Custody;

/// <summary>
/// A name that Orleans' blob provider gives to a record: its name, a dash, the grain's type, a slash, the grain's key,
/// and <c>.json</c>, whatever is in it.
/// </summary>
public sealed record BlobName(string Record, string GrainKey)
{
    private const string Ending = ".json";

    /// <summary>Null for a blob of somebody else's.</summary>
    public static BlobName? Parse(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var dash = slash < 0 ? -1 : name.LastIndexOf('-', slash);
        return dash < 0 || !name.EndsWith(Ending, StringComparison.Ordinal)
            ? null
            : new BlobName(name[..dash], name[(slash + 1)..^Ending.Length]);
    }
}
