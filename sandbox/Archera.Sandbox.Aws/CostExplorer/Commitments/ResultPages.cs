using System.Globalization;
using Archera.Sandbox.Aws.Protocol;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>Cuts a list of results into pages; a token says how many were given before.</summary>
internal sealed class ResultPages(PageTokens tokens, string operation, string tokenMember)
{
    private const int MostResults = 1_000;

    public (IReadOnlyList<T> Page, string? Token) Cut<T>(
        JsonCall call, IReadOnlyList<T> all, int usual, params string[] members)
    {
        var size = call.Input.WholeNumber("MaxResults") ?? usual;
        if (size is < 1 or > MostResults)
            throw CostExplorerRefusal.Validation($"MaxResults must be between 1 and {MostResults}.");
        var fingerprint = PageTokens.Fingerprint(operation, call.AccountId, call.Input, members);
        var sent = call.Input.Text(tokenMember);
        var given = sent is null ? 0 : Given(tokens.Open(sent, fingerprint));
        var page = all.Skip(given).Take(size).ToList();
        var token = given + page.Count < all.Count ? Issue(fingerprint, given + page.Count) : null;
        return (page, call.RepeatToken ? sent ?? Issue(fingerprint, given) : token);
    }

    private string Issue(byte[] fingerprint, int given) => tokens.Issue(
        fingerprint, new PagePosition(default, (given.ToString(CultureInfo.InvariantCulture), "")));

    private static int Given(PagePosition position) =>
        int.TryParse(position.After?.First, NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? given
            : throw CostExplorerRefusal.BadToken();
}
