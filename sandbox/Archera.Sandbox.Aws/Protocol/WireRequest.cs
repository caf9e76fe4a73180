namespace Archera.Sandbox.Aws.Protocol;

/// <summary>One HTTP request as it came: raw enough to check its signature.</summary>
internal sealed record WireRequest(
    string Method,
    string Path,
    IReadOnlyList<KeyValuePair<string, string>> Query,
    IReadOnlyDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Body,
    string SourceIp)
{
    /// <summary>The most that AWS reads of a body; more is 413.</summary>
    internal const int MaxBodyBytes = 10_000_000;

    internal IEnumerable<string> HeaderNames => Headers.Keys;

    /// <summary>A header by its lower-case name; the values of a repeated one are joined by commas.</summary>
    internal string? Header(string name) => Headers.GetValueOrDefault(name);

    internal string? QueryValue(string name)
    {
        foreach (var pair in Query)
        {
            if (pair.Key == name)
                return pair.Value;
        }

        return null;
    }
}
