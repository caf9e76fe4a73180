using System.Text.Json;
using System.Xml.Linq;

namespace Archera.SandboxTests;

/// <summary>An answer as it was on the wire.</summary>
internal sealed record RawAnswer(int Status, string? ContentType, string? RequestId, DateTimeOffset? Date, string Body)
{
    internal JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    internal string ErrorCode => ContentType == "text/xml"
        ? Xml("Code")
        : Json.GetProperty("__type").GetString()!;

    internal string ErrorMessage => ContentType == "text/xml" ? Xml("Message")
        : Json.TryGetProperty("Message", out var message) ? message.GetString()!
        : Json.GetProperty("message").GetString()!;

    internal string Xml(string name) =>
        XDocument.Parse(Body).Descendants().First(element => element.Name.LocalName == name).Value;

    internal static async Task<RawAnswer> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        response.Content.Headers.ContentType?.ToString(),
        response.Headers.TryGetValues("x-amzn-RequestId", out var ids) ? ids.Single() : null,
        response.Headers.Date,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
