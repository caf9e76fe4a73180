using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;

namespace Archera.Grains.Tenants;

/// <summary>Whether an answer made of several accounts is whole, and if not, what is missing and why.</summary>
public static class CompletenessMerge
{
    /// <summary>A grain did not answer.</summary>
    public const string Unknown = "unknown";

    /// <summary>The question is about an earlier day, and the read came later.</summary>
    public const string NotReadByThen = "not-read-by-then";

    /// <summary>The account says that it is stored, the report does not have it.</summary>
    public const string Missing = "missing";

    /// <summary>The tenant lists the account, and the account knows nothing of it.</summary>
    public const string RecordLost = "record-lost";

    /// <summary>The filter names the account, and nothing was ever read from it for the tenant.</summary>
    public const string NotConnected = "not-connected";

    /// <summary>The tenant had the account, and another tenant has it now.</summary>
    public const string Displaced = "displaced";

    /// <summary>A linked account's own figures stand in for those of its payer.</summary>
    public const string PayerLate = "payer-late";

    /// <summary>Two payers' bills hold the same account.</summary>
    public const string BilledTwice = "billed-twice";

    public static Completeness Merge(
        IEnumerable<AccountAnswer> answers, DatasetName dataset, bool isAsOf) =>
        Sum(answers.Select(answer => Of(answer, dataset, isAsOf)));

    /// <summary>Parts add up to the whole.</summary>
    public static Completeness Sum(IEnumerable<Completeness> parts) => parts.Aggregate(
        new Completeness(null, 0, 0, 0, 0, []),
        (sum, part) => new Completeness(
            Earlier(sum.AsOf, part.AsOf),
            sum.AccountsExpected + part.AccountsExpected,
            sum.AccountsReceived + part.AccountsReceived,
            sum.DaysExpected + part.DaysExpected,
            sum.DaysReceived + part.DaysReceived,
            sum.Late.AddRange(part.Late)));

    public static Completeness Of(AccountAnswer answer, DatasetName dataset, bool isAsOf)
    {
        var expected = answer.ExpectedDays().ToHashSet();
        var received = answer.Days.Where(day => expected.Contains(day.Day)).ToArray();
        var days = received.Select(day => day.Day).ToHashSet();
        var isWhole = answer.Silence is null && days.Count == expected.Count;
        DateTimeOffset? asOf = received.Length == 0 ? null : received.Min(day => day.ReadAt);
        return new Completeness(
            asOf,
            answer.IsExpected ? 1 : 0,
            answer.IsExpected && isWhole ? 1 : 0,
            expected.Count,
            days.Count,
            [.. Reasons(answer, expected, days, isAsOf)
                .GroupBy(reason => reason.Reason, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Late(new AccountKey(answer.Account, answer.Linked), dataset, group))]);
    }

    /// <summary>
    /// Of one account at two moments: a day counts as received where it is there at each moment that expects it.
    /// </summary>
    public static Completeness OfBoth(
        (AccountAnswer Answer, bool IsAsOf) earlier, (AccountAnswer Answer, bool IsAsOf) later, DatasetName dataset)
    {
        var then = Of(earlier.Answer, dataset, earlier.IsAsOf);
        var now = Of(later.Answer, dataset, later.IsAsOf);
        var expected = earlier.Answer.ExpectedDays().Union(later.Answer.ExpectedDays()).Count();
        var missing = Missing(earlier.Answer).Union(Missing(later.Answer)).Count();
        return new Completeness(
            Earlier(then.AsOf, now.AsOf),
            now.AccountsExpected,
            Math.Min(then.AccountsReceived, now.AccountsReceived),
            expected,
            expected - missing,
            [.. now.Late.Concat(then.Late)
                .GroupBy(late => late.Reason, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Late(new AccountKey(later.Answer.Account, later.Answer.Linked), dataset, group))]);

        static IEnumerable<DateOnly> Missing(AccountAnswer answer) =>
            answer.ExpectedDays().Except(answer.Days.Select(day => day.Day));
    }

    private static LateAccount Late(AccountKey account, DatasetName dataset, IGrouping<string, LateAccount> group)
    {
        var first = group.MinBy(late => late.Since)!;
        return first with
        {
            Account = account.ToString(),
            Dataset = dataset,
            NextTryAt = group.Min(late => late.NextTryAt),
        };
    }

    private static IEnumerable<LateAccount> Reasons(
        AccountAnswer answer, HashSet<DateOnly> expected, HashSet<DateOnly> received, bool isAsOf)
    {
        if (answer.Silence is { } silence)
            yield return Reason(answer.SilenceReason, silence, answer.Expected.Start);
        foreach (var doubt in answer.Doubts)
            yield return new LateAccount("", default, doubt.Since, doubt.Reason, doubt.Detail, doubt.NextTryAt);
        foreach (var day in answer.Unreadable)
        {
            yield return Reason(
                day.Reason, FormattableString.Invariant($"{day.Day:yyyy-MM-dd}: {day.Detail}"), day.Day);
        }


        var open = expected.Where(day => !received.Contains(day)).ToHashSet();
        open.ExceptWith(answer.Unreadable.Select(day => day.Day));
        if (isAsOf)
        {
            if (open.Count > 0 && answer.Silence is null)
                yield return Reason(NotReadByThen, $"{Count(open.Count)} had not been read by then.", open.Min());
            yield break;
        }

        foreach (var late in answer.Late)
        {
            // An acknowledgement may be under way: what the report has is not pending, whatever the account says.
            var covered = late.Days.Days().Where(expected.Contains).ToArray();
            if (covered.Length == 0 || (late.Reason == Refresh.LateReason.Pending && !covered.Any(open.Contains)))
                continue;
            open.ExceptWith(covered);
            yield return new LateAccount("", default, late.Since, late.Reason, late.Detail, late.NextTryAt);
        }

        if (open.Count > 0 && answer.Silence is null)
            yield return Reason(Missing, $"Not in the report: {Count(open.Count)}; read again soon.", open.Min());
    }

    /// <summary>
    /// Late since the first of the days was expected, which is at its end: asked again, the answer is the same.
    /// </summary>
    private static LateAccount Reason(string reason, string detail, DateOnly first) =>
        new("", default, new(first.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero), reason, detail, null);

    private static string Count(int days) => days == 1 ? "1 day" : $"{days} days";

    private static DateTimeOffset? Earlier(DateTimeOffset? left, DateTimeOffset? right) =>
        left is null || right < left ? right ?? left : left;
}
