using Archera.Gateway.Costs;

namespace Archera.Gateway.Csv;

/// <summary>
/// The last column of every sheet: which accounts and datasets are late in what a row covers, and why. Empty: the row
/// is whole. A late account is never absent: one that no row covers has a row of its own, without figures.
/// </summary>
internal sealed class Incompleteness(CompletenessResource completeness)
{
    public const string Column = "incomplete";

    /// <summary>The rows of accounts that nothing covers are at most as many as accounts and datasets.</summary>
    private readonly HashSet<LateResource> _open = [.. completeness.Late];

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <param name="account">The only account that the row covers; null when it may cover all of them.</param>
    /// <param name="payer">The account's payer, where what is late of that is late in the row, too.</param>
    public CsvCell Of(string? account = null, string? payer = null)
    {
        if (_texts.TryGetValue(account ?? "", out var known))
            return CsvCell.Of(known);
        var late = completeness.Late
            .Where(late => account is null || late.Account == account || late.Account == payer)
            .ToArray();
        _open.ExceptWith(late);
        return CsvCell.Of(_texts[account ?? ""] = string.Join("; ", late.Select(Words)));
    }

    /// <summary>What no row has covered, in the order of the completeness. Ask for it after the rows.</summary>
    public IEnumerable<(string Account, CsvCell Text)> Rest() =>
        completeness.Late.Where(_open.Contains).Select(late => (late.Account, CsvCell.Of(Words(late))));

    private static string Words(LateResource late) => $"{late.Account} {late.Dataset} {late.Reason}";
}
