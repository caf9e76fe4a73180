using Archera.Aws.Calls;
using Archera.Contracts.Identity;

namespace Archera.Aws.Datasets;

/// <summary>
/// Follows the pages of one read: a token that came before, or one page more than a read may have, ends it as a
/// failure. An endless list would otherwise cost the customer a cent a page.
/// </summary>
/// <param name="maxPages">Null: whoever reads counts the pages.</param>
/// <param name="maxTokenLength">The API's own limit, in characters.</param>
internal sealed class PageTokens(PayerAccountKey account, string operation, int? maxPages, int maxTokenLength)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The token of the next page; none after the last.</summary>
    public string? Next { get; private set; }

    /// <returns>Why there must be no next page, if so.</returns>
    public AwsFailure? Follow(string? token, string? requestId)
    {
        Next = string.IsNullOrEmpty(token) ? null : token;
        if (Next is null)
            return null;
        if (Next.Length > maxTokenLength)
            return Endless("TokenTooLong", $"sent a page token of {Next.Length} characters", requestId);
        if (!_seen.Add(Next))
            return Endless("RepeatedToken", "sent the same page token twice", requestId);
        return _seen.Count >= maxPages
            ? Endless("TooManyPages", $"has more than {maxPages} pages", requestId)
            : null;
    }

    private AwsFailure Endless(string code, string what, string? requestId) => new(
        FailureReasons.EndlessPages,
        FaultOf.Aws,
        CanRetry: true,
        code,
        $"Account {account}: {operation} {what}, so the read was given up.",
        requestId);
}
