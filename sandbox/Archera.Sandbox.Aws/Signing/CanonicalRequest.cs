using System.Security.Cryptography;
using System.Text;
using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Signing;

/// <summary>The text that client and server both hash, and the signature over it.</summary>
internal static class CanonicalRequest
{
    internal static string Sign(WireRequest request, SignatureClaim claim, string secret)
    {
        var toSign = string.Join(
            '\n', SignatureClaim.Algorithm, claim.Timestamp, claim.Scope,
            Hex(Encoding.UTF8.GetBytes(Text(request, claim))));
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in new[] { claim.ScopeDate, claim.Region, claim.Service, claim.Terminator, toSign })
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return Convert.ToHexStringLower(key);
    }

    internal static string Hex(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return Convert.ToHexStringLower(hash);
    }

    private static string Text(WireRequest request, SignatureClaim claim)
    {
        var text = new StringBuilder(1_024)
            .Append(request.Method).Append('\n')
            .Append(string.Join('/', request.Path.Split('/').Select(Uri.EscapeDataString))).Append('\n')
            .Append(Query(request)).Append('\n');
        foreach (var name in claim.SignedHeaders)
            text.Append(name).Append(':').Append(Collapse(request.Header(name) ?? "")).Append('\n');
        return text.Append('\n').Append(string.Join(';', claim.SignedHeaders)).Append('\n')
            .Append(Hex(request.Body.Span)).ToString();
    }

    private static string Query(WireRequest request) => string.Join('&', request.Query
        .Where(pair => pair.Key != "X-Amz-Signature")
        .Select(pair => (Name: Uri.EscapeDataString(pair.Key), Value: Uri.EscapeDataString(pair.Value)))
        .OrderBy(pair => pair.Name, StringComparer.Ordinal)
        .ThenBy(pair => pair.Value, StringComparer.Ordinal)
        .Select(pair => $"{pair.Name}={pair.Value}"));

    private static string Collapse(string value)
    {
        value = value.Trim();
        while (value.Contains("  ", StringComparison.Ordinal))
            value = value.Replace("  ", " ", StringComparison.Ordinal);
        return value;
    }
}
