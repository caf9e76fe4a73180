using System.Text.Json;
using System.Xml.Linq;

namespace Archera.SandboxTests;

/// <summary>An answer as it was on the wire.</summary>
internal sealed record RawAnswer(
    int Status, string? ContentType, string? RequestId, DateTimeOffset? Date, string Body, string? ErrorType)
{
    /// <summary>The body as it came, for what is no text.</summary>
    internal byte[] Bytes { get; private init; } = [];

    internal string? QueryError { get; private init; }

    internal string? SmithyProtocol { get; private init; }

    private bool IsXml => ContentType?.StartsWith("text/xml", StringComparison.Ordinal) == true;

    internal JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    internal string ErrorCode => IsXml ? Xml("Code") : ErrorType ?? Json.GetProperty("__type").GetString()!;

    internal string ErrorMessage => IsXml ? Xml("Message")
        : Json.TryGetProperty("Message", out var message) ? message.GetString()!
        : Json.GetProperty("message").GetString()!;

    internal string Xml(string name) =>
        XDocument.Parse(Body).Descendants().First(element => element.Name.LocalName == name).Value;

    internal static async Task<RawAnswer> ReadAsync(HttpResponseMessage response) => new RawAnswer(
        (int)response.StatusCode,
        response.Content.Headers.ContentType?.ToString(),
        Header(response, "x-amzn-RequestId"),
        response.Headers.Date,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        Header(response, "x-amzn-ErrorType"))
    {
        Bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
        QueryError = Header(response, "x-amzn-query-error"),
        SmithyProtocol = Header(response, "smithy-protocol"),
    };

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
