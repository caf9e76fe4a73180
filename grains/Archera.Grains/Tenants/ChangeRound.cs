using System.Collections.Immutable;
using Archera.Contracts;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;
using Archera.Contracts.Time;
using Archera.Grains.Reports;

namespace Archera.Grains.Tenants;

/// <summary>
/// A question about two moments. Whose word counts for a linked account connected alone is asked for each of them.
/// </summary>
/// <param name="then">The question at the earlier moment.</param>
/// <param name="now">The same at the later moment.</param>
public sealed class ChangeRound(
    CostQuestion then,
    CostQuestion now,
    TenantProfile tenant,
    AccountInquiry inquiry,
    ReportOptions options,
    TimeProvider time) : AccountRound(now, tenant, inquiry, options, time)
{
    private readonly ChangeMerge _merge = new(now.Query.GroupBy);

    protected override bool IsRefused => _merge.Refusal is not null;

    public async Task<Answer<CostChanges>> AskAsync(CancellationToken cancellationToken)
    {
        var answers = await AskAccountsAsync(cancellationToken);
        var pairs = answers.Select(after => (Before: BeforeOf(after), After: after)).ToArray();
        var caveats = pairs
            .Where(pair => pair.Before.ExpectedDays().Any() || pair.After.ExpectedDays().Any())
            .SelectMany(pair => CaveatRule.Of(Question.Query, pair.After.Account, pair.After.Mode));
        var completeness = CompletenessMerge.Sum(pairs.Select(pair => CompletenessMerge.OfBoth(
            (pair.Before, then.IsAsOf), (pair.After, Question.IsAsOf), Question.Dataset)));
        return _merge.ToChanges(completeness, [.. caveats]);
    }

    protected override Task<AccountAnswer> AskPayerAsync(
        PayerAccountKey account,
        ReadStatus status,
        ImmutableArray<AwsAccountId> watched,
        bool isCounted,
        CancellationToken waiting) => Inquiry.ChangesAsync(
        account,
        status,
        then,
        ([], []),
        days => Both(isCounted ? Question.ToReport(days, watched) : Question.ToCoverage(days, watched), [], []),
        waiting);

    protected override async Task<AccountAnswer> AskAloneAsync(
        PayerAccountKey account, ReadStatus status, IReadOnlyList<AccountAnswer> payers, CancellationToken waiting)
    {
        var coverage = new PayerCoverage(payers);
        var (before, after) = (new PayerCoverage(payers.Select(BeforeOf)).DaysOf(account), coverage.DaysOf(account));
        var answer = await Inquiry.ChangesAsync(
            account,
            status,
            then,
            (before, after),
            days => Both(Question.ToOwn(days, account.AccountId), Within(before, days), Within(after, days)),
            waiting);
        return Question.IsAsOf
            ? answer // What stood in then is what stood then.
            : answer with { Doubts = coverage.AwaitedBy(account, status.ManagementAccount, answer.Expected) };
    }

    protected override AccountAnswer Mark(AccountAnswer payer, IReadOnlyList<AccountAnswer> payers) =>
        new PayerCoverage(payers).Mark(payer) with
        {
            Before = new PayerCoverage(payers.Select(BeforeOf)).Mark(BeforeOf(payer)),
        };

    protected override void Count(AccountAnswer answer) => _merge.Add(answer);

    /// <summary>An account that did not answer is as silent about both moments.</summary>
    private AccountAnswer BeforeOf(AccountAnswer after) =>
        after.Before ?? after with { Expected = after.Expected.Intersect(then.Expected(DateOnly.MinValue)) };

    private MonthChangesQuery Both(
        CostReportQuery query, ImmutableArray<DateOnly> elsewhereBefore, ImmutableArray<DateOnly> elsewhereAfter) =>
        new(query, then.Moment, elsewhereBefore, elsewhereAfter);

    private static ImmutableArray<DateOnly> Within(ImmutableHashSet<DateOnly> elsewhere, DatePeriod days) =>
        [.. elsewhere.Where(days.Contains).Order()];
}
