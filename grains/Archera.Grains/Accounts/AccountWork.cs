using Archera.Aws.Sessions;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Grains.Backfill;
using Archera.Grains.Refresh;
using Archera.Grains.Storage;

namespace Archera.Grains.Accounts;

/// <summary>
/// What one activation does with AWS, beside its turns: verifications, one refresh at a time, a back-fill. It stays on
/// the activation's scheduler, so that its state is touched by one thread only; calls are answered between its steps.
/// </summary>
public sealed class AccountWork : IAsyncDisposable
{
    private const ConfigureAwaitOptions OffTheTurn =
        ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.ContinueOnCapturedContext;

    private readonly PayerAccountKey _account;
    private readonly StoredRecord<PayerAccountState> _record;
    private readonly AccountServices _services;
    private readonly IAccountActivation _activation;
    private readonly Action _hasRead;
    private readonly AccountSession _session;
    private readonly RefreshWork _refreshes;
    private readonly CancellationTokenSource _stop = new();

    /// <param name="setting">Makes what refreshes share, and a back-fill.</param>
    /// <param name="hasRead">Called when a refresh has ended.</param>
    public AccountWork(
        PayerAccountKey account,
        StoredRecord<PayerAccountState> record,
        AccountServices services,
        Func<RefreshSetting> setting,
        IAccountActivation activation,
        AccountClaims claims,
        Action hasRead)
    {
        (_account, _record, _services, _activation, _hasRead) = (account, record, services, activation, hasRead);
        _session = new AccountSession(account, services);
        var refreshes = new PayerRefreshRecord(record, services.Clock);
        var epoch = new AccountEpoch(refreshes, services.Time);
        var shared = setting();
        _refreshes = new RefreshWork(
            shared, refreshes, epoch, activation, ConnectAsync, IsReading, CheckRefused);
        Backfill = new BackfillWork(
            record,
            refreshes,
            setting(),
            services,
            epoch,
            _session,
            activation,
            () => Run is null ? Task.CompletedTask : _refreshes.Running,
            _stop.Token);
        Verifications = new AccountVerification(
            account, claims, services, _session, epoch, activation, shared.StillWorking, ReadWhatIsDue);
    }

    public AccountVerification Verifications { get; }

    public BackfillWork Backfill { get; }

    /// <summary>The refresh that runs; null when none does.</summary>
    public RefreshRun? Run => _refreshes.Run;

    public void Acknowledge(PartitionKey partition, ReadStamp stamp)
    {
        _refreshes.Acknowledge(partition, stamp);
        Backfill.Acknowledge(partition, stamp);
    }

    /// <summary>Starts the refresh of what is due, and goes on with a back-fill.</summary>
    public void ReadWhatIsDue()
    {
        StartRefresh(everything: false);
        Backfill.Resume();
    }

    /// <summary>Goes on with what an activation before this one had begun.</summary>
    public void Resume()
    {
        if (_record.Current.Refresh.InFlight is not null)
            StartRefresh(everything: false);
        Backfill.Resume();
    }

    /// <summary>
    /// Starts what is due, or all that AWS may still restate; joins the owner's refresh that runs. Null: nothing is
    /// due; the owner's role is not proven yet, as after a transfer; or what runs for the owner before has not ended.
    /// </summary>
    public RefreshRun? StartRefresh(bool everything)
    {
        var state = _record.Current;
        if (state.Readable is not { } claim || state.FirstDay is not { } firstDay)
            return null;
        if (Run is { } running)
            return running.Tenant == claim.Tenant ? running : null;
        return _refreshes.Start(
            [.. _services.DatasetsOf(claim.Mode)],
            state.Refresh.ReadFrom(firstDay),
            claim.Tenant,
            everything,
            _stop.Token);
    }

    /// <summary>Starts a verification of the claim's role, or joins the one that runs.</summary>
    /// <param name="mayPay">A customer asked: what AWS charges for is asked too.</param>
    public void StartVerification(Claim claim, RoleArn role, bool mayPay) =>
        Verifications.Start(claim, role, mayPay, _stop.Token);

    /// <summary>
    /// The account is another tenant's now: what is read for the old one ends, its session goes, and the new owner's
    /// role is verified before it is read. What fails here the activation's next look at its reminder makes good.
    /// </summary>
    public async Task HandOverAsync(Claim owner, RoleArn role)
    {
        await EndReadingAsync();
        StartVerification(owner, role, mayPay: false);
        await _session.DropAsync();
        await KeepAwakeAsync();
    }

    /// <summary>
    /// Looks that the account is woken up: a kill, or a lost reminder table, must not silence it for ever.
    /// </summary>
    public async Task KeepAwakeAsync()
    {
        await Task.CompletedTask.ConfigureAwait(OffTheTurn);
        try
        {
            if (_record.Current.NeedsWaking && !await _activation.HasReminderAsync())
                await _activation.EnsureReminderAsync();
        }
        catch (Exception exception)
        {
            AccountLog.ReminderNotKept(_services.Logger, exception, _account);
        }
    }

    /// <summary>
    /// Stops what is done for the tenant, and with its end. Of the owner's refresh, what is under way to reports is
    /// still delivered.
    /// </summary>
    public async Task LeaveAsync(TenantId tenant, bool isOwner)
    {
        await Verifications.StopAsync(tenant);
        if (!isOwner)
            return;
        await EndReadingAsync();
        await _session.DropAsync();
    }

    /// <summary>Stops at once: what is not checkpointed is read again by the next activation.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_refreshes.Running, Backfill.Running, Verifications.AllRunning())
            .WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        Backfill.Dispose();
        _stop.Dispose();
    }

    private void IsReading(bool isReading)
    {
        _session.IsInUse = isReading;
        if (!isReading)
            _hasRead();
    }

    private Task EndReadingAsync() => Task.WhenAll(_refreshes.EndReadingAsync(), Backfill.EndReadingAsync());

    /// <summary>A role that refuses us is looked at at once; a run of the customer's own goes first.</summary>
    private void CheckRefused()
    {
        if (_record.Current.Claims.Connected is { VerifiedRole: { } role } claim
            && Verifications.Steps(claim.Tenant) is null)
            StartVerification(claim, role, mayPay: false);
    }

    /// <summary>
    /// The page of a back-fill that is under way ends first: what each of them spends is counted apart.
    /// </summary>
    private async Task<IAccountConnection> ConnectAsync(RefreshRun run)
    {
        await Backfill.PageEnded;
        if (_record.Current.Readable is { } claim && claim.Tenant == run.Tenant)
            return await _session.ConnectAsync(claim);
        throw new InvalidOperationException(
            $"Account {_account} is not connected for tenant {run.Tenant} any more, or its role is not proven.");
    }
}
