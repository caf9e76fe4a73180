using System.Net.Http.Headers;
using System.Text.Json;

namespace Archera.UnitTests.Gateway;

/// <summary>An answer of the gateway, read whole.</summary>
internal sealed record GatewayAnswer(
    int Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, string Text)
{
    private JsonElement Json => GatewayFixture.Parse(Text);

    public string? MediaType => ContentHeaders.ContentType?.MediaType;

    public string? Code => Json.GetProperty("code").GetString();

    public string? TraceId => Json.GetProperty("traceId").GetString();

    /// <summary>The fields at fault.</summary>
    public string[] Fields => Json.TryGetProperty("errors", out var errors)
        ? [.. errors.EnumerateObject().Select(error => error.Name)]
        : [];

    /// <summary>The problem as text without what is different each time.</summary>
    public string WithoutTraceId => Text.Replace(TraceId!, "", StringComparison.Ordinal);

    public void ShouldBlame(params string[] fields)
    {
        Status.ShouldBe(400, Text);
        Code.ShouldBe("invalid-request");
        Fields.ShouldBe(fields);
    }

    public static async Task<GatewayAnswer> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        response.Headers,
        response.Content.Headers,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
