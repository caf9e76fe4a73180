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
    [
        .. PayersFor(alone)
            .SelectMany(payer => payer.Billed)
            .Where(billed => billed.LinkedAccount == alone.AccountId)
            .SelectMany(billed => billed.Days),
    ];

    /// <summary>
    /// Days that no payer's bill is known to hold, for one that may hold them has not been read. One entry a payer.
    /// </summary>
    public ImmutableArray<LateRead> AwaitedBy(PayerAccountKey alone, DatePeriod expected)
    {
        var known = DaysOf(alone);
        return [.. PayersFor(alone).Select(Awaited).OfType<LateRead>()];

        LateRead? Awaited(AccountAnswer payer)
        {
            var read = payer.Days.Select(day => day.Day).ToHashSet();
            var days = expected.Intersect(payer.Expected).Days()
                .Where(day => !read.Contains(day) && !known.Contains(day))
                .ToArray();
            return days.Length == 0 ? null : Late(payer, days);
        }
    }

    private static LateRead Late(AccountAnswer payer, DateOnly[] days)
    {
        var period = new DatePeriod(days[0], days[^1].AddDays(1));
        return new LateRead(
            period,
            new DateTimeOffset(days[0].AddDays(1), TimeOnly.MinValue, TimeSpan.Zero),
            CompletenessMerge.PayerLate,
            $"{payer.Account} is late for {(days.Length == 1 ? "1 day" : $"{days.Length} days")}: whether its bill "
            + "holds this account's costs is not known, and the account's own figures stand in.",
            payer.Late.Where(late => late.Days.Overlaps(period)).Min(late => late.NextTryAt));
    }

    /// <summary>Account ids of two partitions have nothing to do with each other.</summary>
    private IEnumerable<AccountAnswer> PayersFor(PayerAccountKey alone) =>
        _payers.Where(payer => payer.Account.Partition == alone.Partition);
}
