namespace Archera.Gateway.Requests;

/// <summary>Endpoint metadata: all query parameters that an endpoint takes.</summary>
internal sealed record QueryParameters(IReadOnlyList<QueryParameter> All)
{
    public static readonly QueryParameters None = new([]);

    /// <summary>Some of them, as they stand there.</summary>
    public IEnumerable<QueryParameter> Named(params string[] names) =>
        All.Where(parameter => names.Contains(parameter.Name));
}
