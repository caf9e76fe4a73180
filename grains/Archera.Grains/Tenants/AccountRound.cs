using System.Collections.Immutable;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Tenants;
using Archera.Grains.Reports;

namespace Archera.Grains.Tenants;

/// <summary>
/// One question on its way through a tenant's accounts. Payers answer first; linked accounts connected alone are then
/// asked for the days that no payer's bill holds, so that no cost counts twice.
/// </summary>
public abstract class AccountRound(
    CostQuestion question, TenantProfile tenant, AccountInquiry inquiry, ReportOptions options, TimeProvider time)
    : IDisposable
{
    /// <summary>How much of the time payers get where accounts connected alone wait for them.</summary>
    private const double PayersShare = 0.75;

    private readonly SemaphoreSlim _free = new(options.FanOut);
    private readonly CancellationTokenSource _patience = new(options.AnswerWithin, time);
    private readonly CancellationTokenSource _payersPatience = new(options.AnswerWithin, time);
    private readonly List<(PayerAccountKey Account, ReadStatus Status)> _alone = [];
    private readonly ILookup<AwsPartition, AwsAccountId> _accounts =
        tenant.PayerAccounts.ToLookup(account => account.Partition, account => account.AccountId);
    private readonly long _begun = time.GetTimestamp();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected CostQuestion Question { get; } = question;

    protected AccountInquiry Inquiry { get; } = inquiry;

    /// <summary>There is no answer, whatever the accounts say that have not been asked yet.</summary>
    protected abstract bool IsRefused { get; }

    /// <summary>What every account said, in order, its rows counted already.</summary>
    protected async Task<AccountAnswer[]> AskAccountsAsync(CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _patience.Token);
        using var payersWaiting = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken, _payersPatience.Token);
        var payers = await AskAllAsync(
            Question.AccountsOf(tenant), account => AskAsync(account, payersWaiting.Token));
        var others = _alone.Count == 0 ? [] : await AskAllAsync(
            Question.OthersOf(tenant), account => AskForCoverageAsync(account, payersWaiting.Token));
        AccountAnswer[] asked = [.. payers, .. others];
        var alone = await AskAllAsync(_alone, async each => await CountAsync(
            await AskAloneAsync(each.Account, each.Status, asked, waiting.Token)));
        cancellationToken.ThrowIfCancellationRequested();
        return
        [
            .. payers.Select(payer => Mark(payer, asked))
                .Concat(alone)
                .OrderBy(answer => answer.Account, PayerOrder.Instance),
        ];
    }

    /// <param name="watched">Accounts that the bill may hold.</param>
    /// <param name="isCounted">The filter keeps the account; otherwise only what its bill holds is asked.</param>
    protected abstract Task<AccountAnswer> AskPayerAsync(
        PayerAccountKey account,
        ReadStatus status,
        ImmutableArray<AwsAccountId> watched,
        bool isCounted,
        CancellationToken waiting);

    /// <param name="payers">What all of the tenant's payers said.</param>
    protected abstract Task<AccountAnswer> AskAloneAsync(
        PayerAccountKey account, ReadStatus status, IReadOnlyList<AccountAnswer> payers, CancellationToken waiting);

    /// <summary>Says of a payer what its own figures do not.</summary>
    protected abstract AccountAnswer Mark(AccountAnswer payer, IReadOnlyList<AccountAnswer> payers);

    /// <summary>Adds the answer's rows to those of the others.</summary>
    protected abstract void Count(AccountAnswer answer);

    protected virtual void Dispose(bool disposing)
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
                return IsRefused ? null : await ask(account);
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
        var status = await Inquiry.StatusAsync(account, waiting);
        switch (status)
        {
            case null:
                return Inquiry.Silent(account);
            case { Standing: ReadStanding.Unclaimed }:
                return Inquiry.RecordLost(account);
            case { Standing: ReadStanding.Unreadable }:
                return Inquiry.Unreadable(account);
            case { Standing: ReadStanding.Displaced }:
                return Inquiry.Displaced(account);
            case { Standing: not ReadStanding.Owned }:
                return Question.NamesAccounts ? Inquiry.NotConnected(account, status.Connection) : null;
            case { Mode: not ConnectionMode.Payer }:
                _alone.Add((account, status));
                LeaveTimeForThoseAlone();
                return null;
        }

        return await CountAsync(await AskPayerAsync(
            account, status, WatchedIn(account.Partition), isCounted: true, waiting));
    }

    /// <summary>What an account that the filter leaves out says of the others. Nothing of it is counted.</summary>
    private async Task<AccountAnswer?> AskForCoverageAsync(PayerAccountKey account, CancellationToken waiting)
    {
        var status = await Inquiry.StatusAsync(account, waiting);
        if (status is null
            or { Standing: ReadStanding.Unclaimed or ReadStanding.Unreadable or ReadStanding.Displaced })
            return Inquiry.Silent(account);
        if (status is not { Standing: ReadStanding.Owned, Mode: ConnectionMode.Payer })
            return null;
        return await AskPayerAsync(account, status, WatchedIn(account.Partition), isCounted: false, waiting);
    }

    private async Task<AccountAnswer> CountAsync(AccountAnswer answer)
    {
        await Inquiry.ReadLostAgainAsync(answer);
        Count(answer);
        return answer with { Rows = [], Changes = [] };
    }

    private ImmutableArray<AwsAccountId> WatchedIn(AwsPartition partition) =>
        _accounts[partition].Count() > 1 ? [.. _accounts[partition]] : [];

    private void LeaveTimeForThoseAlone()
    {
        var left = (options.AnswerWithin * PayersShare) - time.GetElapsedTime(_begun);
        _payersPatience.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }
}
