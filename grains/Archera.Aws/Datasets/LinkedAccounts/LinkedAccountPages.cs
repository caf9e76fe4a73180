using Amazon.Organizations.Model;
using Archera.Contracts.Identity;

namespace Archera.Aws.Datasets.LinkedAccounts;

/// <summary>
/// Puts the pages of the list together. Pages may be empty; the list may not, for the payer is on it.
/// </summary>
public sealed class LinkedAccountPages(AwsAccountId payer)
{
    private readonly Dictionary<AwsAccountId, LinkedAccount> _accounts = [];

    /// <exception cref="UnreadableAnswerException">An account can't be read, or came twice.</exception>
    public void Add(IReadOnlyList<Account>? page)
    {
        foreach (var account in page ?? [])
        {
            if (!AwsAccountId.TryParse(account.Id, out var id))
                throw new UnreadableAnswerException("an account has no id of 12 digits");
            if (!_accounts.TryAdd(id, Read(id, account)))
                throw new UnreadableAnswerException($"account {id} came twice");
        }
    }

    /// <exception cref="UnreadableAnswerException">The payer itself is not on the list.</exception>
    public IReadOnlyCollection<LinkedAccount> Finish() => _accounts.ContainsKey(payer)
        ? _accounts.Values
        : throw new UnreadableAnswerException($"account {payer} is not on its own list");

    private static LinkedAccount Read(AwsAccountId id, Account account) => new(
        id,
        account.Name ?? "",

        // Status retires in favour of State; either may be absent.
        account.State?.Value ?? account.Status?.Value ?? LinkedAccount.UnknownState,
        account.JoinedTimestamp is { } joined ? new DateTimeOffset(joined.ToUniversalTime(), TimeSpan.Zero) : null);
}
