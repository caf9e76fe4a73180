using System.Net;
using Microsoft.AspNetCore.Http.Features;

namespace Archera.Sandbox.Aws.Protocol;

internal static class RequestReader
{
    /// <summary>Reads the whole request; null when its body is larger than AWS reads.</summary>
    internal static async Task<WireRequest?> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var body = await ReadBodyAsync(context.Request, WireRequest.MaxBodyBytes, cancellationToken);
        if (body is null)
            return null;
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, values) in context.Request.Headers)
            headers[name.ToLowerInvariant()] = string.Join(',', values.ToArray());
        return new WireRequest(
            context.Request.Method,
            question < 0 ? target : target[..question],
            Pairs(question < 0 ? "" : target[(question + 1)..], plusIsBlank: false),
            headers,
            body.Value,
            context.Connection.RemoteIpAddress?.ToString() ?? "127.0.0.1");
    }

    /// <summary>Names and values in the order sent; in a form a plus is a blank, in a signed query it is not.</summary>
    internal static List<KeyValuePair<string, string>> Pairs(string text, bool plusIsBlank)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var part in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            pairs.Add(new(Decode(equals < 0 ? part : part[..equals]), Decode(equals < 0 ? "" : part[(equals + 1)..])));
        }

        return pairs;

        string Decode(string encoded) => plusIsBlank ? WebUtility.UrlDecode(encoded) : Uri.UnescapeDataString(encoded);
    }

    /// <summary>The whole body; null when it is longer than the limit, whatever its length was said to be.</summary>
    internal static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(
        HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
            return null;
        if (request.ContentLength is { } length)
        {
            var exact = new byte[length];
            await request.Body.ReadExactlyAsync(exact, cancellationToken);
            return exact;
        }

        using var content = new MemoryStream();
        var chunk = new byte[16_384];
        while (await request.Body.ReadAsync(chunk, cancellationToken) is var count and > 0)
        {
            if (content.Length + count > maxBytes)
                return null;
            content.Write(chunk, 0, count);
        }

        return content.ToArray();
    }
}
