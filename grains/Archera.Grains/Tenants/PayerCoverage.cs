using System.Collections.Immutable;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;

namespace Archera.Grains.Tenants;

/// <summary>
/// Which days of a linked account connected alone are on the bill of a payer that its tenant has connected, too. A cost
/// could count twice only where two bills hold the same account's day; so the bills themselves are asked, day by day,
/// and not who belongs to whom.
/// </summary>
public sealed class PayerCoverage(IEnumerable<AccountAnswer> answers)
{
    private readonly AccountAnswer[] _payers = [.. answers.Where(answer => answer.Mode == ConnectionMode.Payer)];

    /// <summary>The days that a payer's bill holds: its word counts there, and it alone.</summary>
    public ImmutableHashSet<DateOnly> DaysOf(PayerAccountKey alone) =>
        [.. PayersFor(alone).SelectMany(payer => Holds(payer, alone))];

    /// <summary>
    /// Days that no payer's bill is known to hold, for one that may hold them has not been read. One entry a payer.
    /// </summary>
    /// <param name="managementAccount">Who pays for the account; any payer may where that is not known.</param>
    public ImmutableArray<LateRead> AwaitedBy(
        PayerAccountKey alone, AwsAccountId? managementAccount, DatePeriod expected)
    {
        var known = DaysOf(alone);
        return
        [
            .. PayersFor(alone)
                .Where(payer => managementAccount is null || managementAccount == payer.Account.AccountId)
                .Select(Awaited)
                .OfType<LateRead>(),
        ];

        LateRead? Awaited(AccountAnswer payer)
        {
            var read = payer.Days.Select(day => day.Day).ToHashSet();
            var days = expected.Intersect(payer.Expected).Days()
                .Where(day => !read.Contains(day) && !known.Contains(day))
                .ToArray();
            return days.Length == 0 ? null : AwaitedFrom(payer, days);
        }
    }

    /// <summary>
    /// A payer whose own days are on another payer's bill, because it became a linked account itself, is marked: its
    /// costs count twice there.
    /// </summary>
    public AccountAnswer Mark(AccountAnswer payer)
    {
        if (payer.Mode != ConnectionMode.Payer)
            return payer;
        var others = PayersFor(payer.Account).Where(other => other.Account != payer.Account);
        var twice = others.SelectMany(other => Holds(other, payer.Account)).Distinct()
            .Intersect(payer.Days.Select(day => day.Day))
            .Order()
            .ToArray();
        return twice.Length == 0 ? payer : payer with
        {
            Doubts =
            [
                Late(
                    twice,
                    CompletenessMerge.BilledTwice,
                    $"Another payer's bill holds this account's costs, too, and they count twice on {Count(twice)}: it "
                    + "is a linked account by now. Offboard it; claim it with mode SubAccount if it is to stay.",
                    nextTryAt: null),
            ],
        };
    }

    private static IEnumerable<DateOnly> Holds(AccountAnswer payer, PayerAccountKey linked) => payer.Billed
        .Where(billed => billed.LinkedAccount == linked.AccountId)
        .SelectMany(billed => billed.Days);

    private static LateRead AwaitedFrom(AccountAnswer payer, DateOnly[] days)
    {
        var period = PeriodOf(days);
        return Late(
            days,
            CompletenessMerge.PayerLate,
            $"{payer.Account} is late for {Count(days)}: whether its bill holds this account's costs is not known, and "
            + "the account's own figures stand in.",
            payer.Late.Where(late => late.Days.Overlaps(period)).Min(late => late.NextTryAt));
    }

    /// <summary>Late since the first of the days ended: asked again, the answer is the same.</summary>
    private static LateRead Late(DateOnly[] days, string reason, string detail, DateTimeOffset? nextTryAt) => new(
        PeriodOf(days),
        new DateTimeOffset(days[0].AddDays(1), TimeOnly.MinValue, TimeSpan.Zero),
        reason,
        detail,
        nextTryAt);

    private static DatePeriod PeriodOf(DateOnly[] days) => new(days[0], days[^1].AddDays(1));

    private static string Count(DateOnly[] days) => days.Length == 1 ? "1 day" : $"{days.Length} days";

    /// <summary>Account ids of two partitions have nothing to do with each other.</summary>
    private IEnumerable<AccountAnswer> PayersFor(PayerAccountKey alone) =>
        _payers.Where(payer => payer.Account.Partition == alone.Partition);
}
