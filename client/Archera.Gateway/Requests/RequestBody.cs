using Archera.Gateway.Problems;
using Microsoft.Net.Http.Headers;

namespace Archera.Gateway.Requests;

/// <summary>Reads request bodies, bounded and strict, before anything is asked of the cluster.</summary>
internal static class RequestBody
{
    /// <summary>The largest body, many times what any request needs.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>Reads a JSON object; either the input or the problem is there.</summary>
    public static async Task<(JsonInput? Input, ProblemResult? Problem)> ReadJsonAsync(
        HttpRequest request, string[] known, params (string Name, string Why)[] refused)
    {
        if (await ReadAsync(request) is not { } body)
            return (null, new ProblemResult(ProblemCatalogue.BodyTooLarge));
        return IsJson(request)
            ? JsonInput.Parse(body, known, refused)
            : (null, new ProblemResult(ProblemCatalogue.UnsupportedMediaType));
    }

    /// <summary>
    /// For requests without a body: none, or an empty JSON object. Anything else is a mistake worth naming.
    /// </summary>
    public static async Task<ProblemResult?> RefuseAsync(HttpRequest request)
    {
        if (await ReadAsync(request) is not { } body)
            return new ProblemResult(ProblemCatalogue.BodyTooLarge);
        if (body.IsEmpty)
            return null;
        var (input, problem) = JsonInput.Parse(body, known: []);
        return problem ?? input!.Problem;
    }

    /// <summary>The whole body, or null when it is larger than <see cref="MaxBytes"/>, declared so or not.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MaxBytes)
            return null;
        var buffer = new byte[MaxBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(
            buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        if (length > MaxBytes)
            return null;
        return buffer.AsMemory(0, length);
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
