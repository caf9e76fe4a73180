using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.Signing;

/// <summary>What a request says about its own signature, in the Authorization header or in a presigned query.</summary>
internal sealed record SignatureClaim(
    string AccessKeyId,
    string ScopeDate,
    string Region,
    string Service,
    string Terminator,
    string Timestamp,
    IReadOnlyList<string> SignedHeaders,
    string Signature,
    string? SessionToken,
    int? ExpiresSeconds)
{
    internal const string Algorithm = "AWS4-HMAC-SHA256";

    private static readonly string[] HeaderParts = ["Credential", "Signature", "SignedHeaders"];

    internal string Scope => $"{ScopeDate}/{Region}/{Service}/{Terminator}";

    /// <summary>The signed headers are named in lower case and in order, each once.</summary>
    internal bool HasSortedHeaders =>
        SignedHeaders.Zip(SignedHeaders.Skip(1)).All(pair => string.CompareOrdinal(pair.First, pair.Second) < 0)
        && !SignedHeaders.Any(name => name.Any(char.IsAsciiLetterUpper));

    /// <summary>Reads the claim; exactly one of the two results is null.</summary>
    internal static (SignatureClaim? Claim, SignatureRefusal? Refusal) Read(WireRequest request)
    {
        var header = request.Header("authorization");
        if (header is null)
            return request.QueryValue("X-Amz-Signature") is null ? (null, SignatureRefusal.NotSigned)
                : ReadQuery(request);
        if (!header.StartsWith(Algorithm + " ", StringComparison.Ordinal))
            return (
                null, SignatureRefusal.Incomplete("Authorization header requires the algorithm 'AWS4-HMAC-SHA256'."));

        var parts = Parts(header[(Algorithm.Length + 1)..]);
        var timestamp = request.Header("x-amz-date") ?? request.Header("date");
        var missing = HeaderParts
            .Where(name => !parts.ContainsKey(name))
            .Select(name => $"Authorization header requires '{name}' parameter.")
            .ToList();
        if (timestamp is null)
            missing.Add("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        return missing.Count > 0
            ? (null, SignatureRefusal.Incomplete(string.Join(' ', missing)))
            : Assemble(
                parts["Credential"], timestamp!, parts["SignedHeaders"], parts["Signature"],
                request.Header("x-amz-security-token"), null);
    }

    private static (SignatureClaim?, SignatureRefusal?) ReadQuery(WireRequest request)
    {
        string[] names = ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires", "X-Amz-SignedHeaders"];
        var missing = names.Where(name => request.QueryValue(name) is null).ToList();
        if (missing.Count > 0)
            return (null, SignatureRefusal.Incomplete($"AWS query-string parameters must include '{missing[0]}'."));
        if (request.QueryValue("X-Amz-Algorithm") != Algorithm)
            return (
                null, SignatureRefusal.Incomplete("Unsupported AWS 'algorithm': only 'AWS4-HMAC-SHA256' is known."));
        if (!int.TryParse(request.QueryValue("X-Amz-Expires"), out var expires) || expires is < 1 or > 604_800)
            return (null, SignatureRefusal.Incomplete("X-Amz-Expires must be between 1 and 604800 seconds"));
        return Assemble(
            request.QueryValue("X-Amz-Credential")!, request.QueryValue("X-Amz-Date")!,
            request.QueryValue("X-Amz-SignedHeaders")!, request.QueryValue("X-Amz-Signature")!,
            request.QueryValue("X-Amz-Security-Token"), expires);
    }

    private static (SignatureClaim?, SignatureRefusal?) Assemble(
        string credential, string timestamp, string signedHeaders, string signature, string? token, int? expires)
    {
        var scope = credential.Split('/');
        return scope.Length == 5
            ? (new SignatureClaim(
                scope[0], scope[1], scope[2], scope[3], scope[4], timestamp, signedHeaders.Split(';'), signature, token,
                expires), null)
            : (null, SignatureRefusal.Incomplete(
                "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, "
                + $"got '{credential}'"));
    }

    private static Dictionary<string, string> Parts(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && equals < part.Length - 1)
                parts.TryAdd(part[..equals], part[(equals + 1)..]);
        }

        return parts;
    }
}
