namespace Archera.Gateway.Requests;

/// <summary>Endpoint metadata: all query parameters that an endpoint takes.</summary>
internal sealed record QueryParameters(IReadOnlyList<QueryParameter> All)
{
    public static readonly QueryParameters None = new([]);
}
