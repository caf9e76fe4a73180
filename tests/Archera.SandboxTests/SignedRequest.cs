using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Archera.SandboxTests;

/// <summary>
/// Signature Version 4 written a second time, from its specification, so that server and test do not share a mistake.
/// </summary>
internal sealed class SignedRequest(SigningKeys keys, string service, string body)
{
    internal Dictionary<string, string> Headers { get; } = new(StringComparer.Ordinal);

    /// <summary>Sent, but left out of the signature.</summary>
    internal Dictionary<string, string> UnsignedHeaders { get; } = new(StringComparer.Ordinal);

    internal string Method { get; set; } = "POST";

    internal string Path { get; set; } = "/";

    internal string Region { get; set; } = "us-east-1";

    internal string Service { get; set; } = service;

    internal string Body { get; set; } = body;

    /// <summary>A body that is no text, in place of the other.</summary>
    internal byte[]? Bytes { get; set; }

    internal string? SignedBody { get; set; }

    internal string? ScopeDate { get; set; }

    internal DateTimeOffset At { get; set; } = TimeProvider.System.GetUtcNow();

    internal string? Authorization { get; set; }

    /// <summary>Names the signed headers in the wrong order, and signs them so.</summary>
    internal bool Unsorted { get; set; }

    internal bool Anonymous { get; set; }

    internal HttpRequestMessage Build(Uri endpoint)
    {
        Headers["host"] = endpoint.Authority;
        Headers["x-amz-date"] = At.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        if (keys.Token is not null)
            Headers["x-amz-security-token"] = keys.Token;
        var message = new HttpRequestMessage(new HttpMethod(Method), new Uri(endpoint, Path))
        {
            Content = new ByteArrayContent(Bytes ?? Encoding.UTF8.GetBytes(Body)),
        };
        message.Content.Headers.Clear();
        foreach (var (name, value) in Headers.Concat(UnsignedHeaders))
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content.Headers.TryAddWithoutValidation(name, value);
        if (!Anonymous)
            message.Headers.TryAddWithoutValidation("Authorization", Authorization ?? Sign());
        return message;
    }

    private string Sign()
    {
        var names = Headers.Keys.Order(StringComparer.Ordinal).ToList();
        if (Unsorted)
            names.Reverse();
        var body = SignedBody is null && Bytes is not null ? Bytes : Encoding.UTF8.GetBytes(SignedBody ?? Body);
        var canonical = $"{Method}\n{Path}\n\n"
            + string.Concat(names.Select(name => $"{name}:{Headers[name].Trim()}\n"))
            + $"\n{string.Join(';', names)}\n{Hash(body)}";
        var date = ScopeDate ?? At.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var scope = $"{date}/{Region}/{Service}/aws4_request";
        var text = $"AWS4-HMAC-SHA256\n{Headers["x-amz-date"]}\n{scope}\n{Hash(Encoding.UTF8.GetBytes(canonical))}";
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + keys.Secret), Hmac);
        return $"AWS4-HMAC-SHA256 Credential={keys.AccessKeyId}/{scope}, SignedHeaders={string.Join(';', names)}, "
            + $"Signature={Convert.ToHexStringLower(Hmac(key, text))}";
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
