using System.Text.Json.Nodes;

namespace Archera.Gateway.Requests;

/// <summary>A query parameter that an endpoint takes: the guard holds it, the API description shows it.</summary>
internal sealed record QueryParameter(string Name, string Description)
{
    public bool Required { get; init; }

    /// <summary>Whether it may be given several times, once a value.</summary>
    public bool Repeats { get; init; }

    public string? Format { get; init; }

    public string? Pattern { get; init; }

    public int? MaxLength { get; init; }

    public int? MaxItems { get; init; }

    public IReadOnlyList<string> Values { get; init; } = [];

    public JsonNode? Default { get; init; }

    public bool IsBoolean { get; init; }
}
