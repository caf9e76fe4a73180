using System.Collections.Immutable;
using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;
using Archera.Grains.Reports;

namespace Archera.Grains.Tenants;

/// <summary>
/// One question on its way through a tenant's accounts. Payers answer first; linked accounts connected alone are then
/// asked for the days that no payer's bill holds, so that no cost counts twice.
/// </summary>
public sealed class CostRound(
    CostQuestion question, TenantProfile tenant, AccountInquiry inquiry, ReportOptions options, TimeProvider time)
    : IDisposable
{
    /// <summary>How much of the time payers get where accounts connected alone wait for them.</summary>
    private const double PayersShare = 0.75;

    private readonly CostMerge _merge = new(question.Query.GroupBy);
    private readonly SemaphoreSlim _free = new(options.FanOut);
    private readonly CancellationTokenSource _patience = new(options.AnswerWithin, time);
    private readonly CancellationTokenSource _payersPatience = new(options.AnswerWithin, time);
    private readonly List<(PayerAccountKey Account, ReadStatus Status)> _alone = [];
    private readonly ILookup<AwsPartition, AwsAccountId> _accounts =
        tenant.PayerAccounts.ToLookup(account => account.Partition, account => account.AccountId);
    private readonly long _begun = time.GetTimestamp();

    public async Task<Answer<CostReport>> AskAsync(CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _patience.Token);
        using var payersWaiting = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken, _payersPatience.Token);
        var payers = await AskAllAsync(
            question.AccountsOf(tenant), account => AskAsync(account, payersWaiting.Token));
        var others = _alone.Count == 0 ? [] : await AskAllAsync(
            question.OthersOf(tenant), account => AskForCoverageAsync(account, payersWaiting.Token));
        var coverage = new PayerCoverage([.. payers, .. others]);
        payers = [.. payers.Select(coverage.Mark)];
        var alone = await AskAllAsync(
            _alone, each => AskAloneAsync(each.Account, each.Status, coverage, waiting.Token));
        cancellationToken.ThrowIfCancellationRequested();

        AccountAnswer[] answers = [.. payers.Concat(alone).OrderBy(answer => answer.Account, PayerOrder.Instance)];
        var caveats = answers.Where(answer => answer.ExpectedDays().Any())
            .SelectMany(answer => CaveatRule.Of(question.Query, answer.Account, answer.Mode));
        return _merge.ToReport(CompletenessMerge.Merge(answers, question.Dataset, question.IsAsOf), [.. caveats]);
    }

    public void Dispose()
    {
        _free.Dispose();
        _patience.Dispose();
        _payersPatience.Dispose();
    }

    private async Task<IReadOnlyList<AccountAnswer>> AskAllAsync<T>(
        IEnumerable<T> accounts, Func<T, Task<AccountAnswer?>> ask)
    {
        var answers = await Task.WhenAll(accounts.ToArray().Select(AskWhenFreeAsync));
        return [.. answers.OfType<AccountAnswer>()];

        async Task<AccountAnswer?> AskWhenFreeAsync(T account)
        {
            await _free.WaitAsync(CancellationToken.None); // Those before it have given up by then, too.
            try
            {
                return _merge.Refusal is null ? await ask(account) : null;
            }
            finally
            {
                _free.Release();
            }
        }
    }

    /// <summary>Null: nothing is expected of the account, or it waits for its payers.</summary>
    private async Task<AccountAnswer?> AskAsync(PayerAccountKey account, CancellationToken waiting)
    {
        var status = await inquiry.StatusAsync(account, waiting);
        switch (status)
        {
            case null:
                return inquiry.Silent(account);
            case { Standing: ReadStanding.Unclaimed }:
                return inquiry.RecordLost(account);
            case { Standing: ReadStanding.Unreadable }:
                return inquiry.Unreadable(account);
            case { Standing: ReadStanding.Displaced }:
                return inquiry.Displaced(account);
            case { Standing: not ReadStanding.Owned }:
                return question.NamesAccounts ? inquiry.NotConnected(account, status.Connection) : null;
            case { Mode: not ConnectionMode.Payer }:
                _alone.Add((account, status));
                LeaveTimeForThoseAlone();
                return null;
        }

        var watched = WatchedIn(account.Partition);
        return await CountAsync(await inquiry.ReportsAsync(
            account, status, [], days => question.ToReport(days, watched), waiting));
    }

    private async Task<AccountAnswer?> AskAloneAsync(
        PayerAccountKey account, ReadStatus status, PayerCoverage coverage, CancellationToken waiting)
    {
        var answer = await inquiry.ReportsAsync(
            account, status, coverage.DaysOf(account), days => question.ToOwn(days, account.AccountId), waiting);
        return await CountAsync(question.IsAsOf
            ? answer // What stood in then is what stood then.
            : answer with { Doubts = coverage.AwaitedBy(account, status.ManagementAccount, answer.Expected) });
    }

    /// <summary>What an account that the filter leaves out says of the others. Nothing of it is counted.</summary>
    private async Task<AccountAnswer?> AskForCoverageAsync(PayerAccountKey account, CancellationToken waiting)
    {
        var status = await inquiry.StatusAsync(account, waiting);
        if (status is null
            or { Standing: ReadStanding.Unclaimed or ReadStanding.Unreadable or ReadStanding.Displaced })
            return inquiry.Silent(account);
        if (status is not { Standing: ReadStanding.Owned, Mode: ConnectionMode.Payer })
            return null;
        var watched = WatchedIn(account.Partition);
        return await inquiry.ReportsAsync(
            account, status, [], days => question.ToCoverage(days, watched), waiting);
    }

    private async Task<AccountAnswer> CountAsync(AccountAnswer answer)
    {
        await inquiry.ReadLostAgainAsync(answer);
        _merge.Add(answer);
        return answer with { Rows = [] };
    }

    private ImmutableArray<AwsAccountId> WatchedIn(AwsPartition partition) =>
        _accounts[partition].Count() > 1 ? [.. _accounts[partition]] : [];

    private void LeaveTimeForThoseAlone()
    {
        var left = (options.AnswerWithin * PayersShare) - time.GetElapsedTime(_begun);
        _payersPatience.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }
}
