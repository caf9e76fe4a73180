using System.Net.Http.Headers;
using System.Text.Json;

namespace Archera.ClusterTests.Gateway;

/// <summary>An answer over HTTP, read whole.</summary>
public sealed record HttpAnswer(int Status, HttpResponseHeaders Headers, string Text)
{
    public string? ContentType { get; init; }

    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Text);
            return document.RootElement.Clone();
        }
    }

    public string? Code => this["code"];

    /// <summary>The text without what is different each time.</summary>
    public string WithoutTraceId => Text.Replace(this["traceId"]!, "", StringComparison.Ordinal);

    public string? Completeness => Headers.GetValues("Archera-Completeness").Single();

    public string? this[string member] => Json.GetProperty(member).GetString();
}
