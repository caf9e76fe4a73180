using System.Collections.Immutable;

namespace Archera.Aws.Datasets.LinkedAccounts;

/// <summary>
/// Who is in an organization and who was: each listing is added to it. An account that is not listed any more stays, as
/// left.
/// </summary>
/// <param name="Accounts">In the order of their ids.</param>
/// <param name="ForgottenBefore">Of earlier moments not all is known any more; null: nothing was forgotten.</param>
public sealed record MembershipBook(
    ImmutableArray<Membership> Accounts, DateTimeOffset? ForgottenBefore = null)
{
    /// <summary>So many accounts that have left are kept; those that left first give way.</summary>
    public const int MaxDeparted = 1_000;

    public static MembershipBook Empty { get; } = new([]);

    public IEnumerable<Membership> Members => Accounts.Where(account => account.Now.IsMember);

    /// <summary>What is known once a listing says who is in the organization. The same list changes nothing.</summary>
    /// <param name="listed">The whole list.</param>
    /// <param name="at">When it was read, by the billing clock.</param>
    public MembershipBook With(IReadOnlyCollection<LinkedAccount> listed, DateTimeOffset at)
    {
        var known = Accounts.ToDictionary(account => account.Id);
        var next = new Dictionary<string, Membership>(StringComparer.Ordinal);
        foreach (var account in listed)
        {
            var phase = new MembershipPhase(at, true, account.Name, account.State, Whole(account.JoinedAt));
            next[account.Id.Value] = known.GetValueOrDefault(account.Id) is { } member
                ? member.With(phase)
                : new Membership(account.Id, at, [phase]);
        }

        foreach (var gone in Accounts.Where(account => !next.ContainsKey(account.Id.Value)))
            next[gone.Id.Value] = gone.With(gone.Now with { Since = at, IsMember = false });
        return Bounded([.. next.Values.OrderBy(account => account.Id.Value, StringComparer.Ordinal)]);
    }

    /// <summary>As it stood before that moment.</summary>
    public MembershipBook Before(DateTimeOffset moment) => this with
    {
        Accounts = [.. Accounts.Select(account => account.Before(moment)).OfType<Membership>()],
    };

    private MembershipBook Bounded(ImmutableArray<Membership> accounts)
    {
        var tooMany = accounts.Count(account => !account.Now.IsMember) - MaxDeparted;
        var forgotten = accounts.Where(account => account.LeftAt is not null)
            .OrderBy(account => account.LeftAt)
            .Take(Math.Max(0, tooMany))
            .ToHashSet();
        var cut = accounts.Where(account => account.Phases[0].Since > account.FirstSeenAt)
            .Select(account => (DateTimeOffset?)account.Phases[0].Since);
        return new MembershipBook(
            accounts.RemoveAll(forgotten.Contains),
            forgotten.Select(account => account.LeftAt).Concat(cut).Append(ForgottenBefore).Max());
    }

    // AWS tells it to the millisecond, on the wire as a number that is rounded further down.
    private static DateTimeOffset? Whole(DateTimeOffset? joinedAt) =>
        joinedAt is { } joined ? DateTimeOffset.FromUnixTimeMilliseconds(joined.ToUnixTimeMilliseconds()) : null;
}
