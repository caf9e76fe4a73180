namespace Archera.Sandbox.Aws.Listed;

/// <summary>A method and a path, in which a segment in braces stands for any one segment.</summary>
internal sealed record RestRoute(string Method, string Path)
{
    private readonly string[] _segments = Path.Split('/');

    internal bool Matches(string method, string[] segments) => method == Method
        && segments.Length == _segments.Length
        && _segments.Zip(segments).All(pair => pair.First == pair.Second
            || (pair.First.StartsWith('{') && pair.Second.Length > 0));

    /// <summary>How many segments are given: of two routes that match, the one that says more is meant.</summary>
    internal int Fixed => _segments.Count(segment => !segment.StartsWith('{'));
}
