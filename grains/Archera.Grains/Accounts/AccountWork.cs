using Archera.Aws.Sessions;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Grains.Refresh;
using Archera.Grains.Storage;
using Orleans.Storage;

namespace Archera.Grains.Accounts;

/// <summary>
/// What one activation does with AWS, beside its turns: verifications and one refresh at a time. It stays on the
/// activation's scheduler, so that its state is touched by one thread only; calls are answered between its steps.
/// </summary>
public sealed class AccountWork : IAsyncDisposable
{
    private const ConfigureAwaitOptions OffTheTurn =
        ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.ContinueOnCapturedContext;

    private readonly PayerAccountKey _account;
    private readonly StoredRecord<PayerAccountState> _record;
    private readonly AccountServices _services;
    private readonly RefreshSetting _setting;
    private readonly IAccountActivation _activation;
    private readonly AccountSession _session;
    private readonly AccountEpoch _epoch;
    private readonly CancellationTokenSource _stop = new();
    private Task _refreshing = Task.CompletedTask;
    private CancellationTokenSource? _reading;

    public AccountWork(
        PayerAccountKey account,
        StoredRecord<PayerAccountState> record,
        AccountServices services,
        RefreshSetting setting,
        IAccountActivation activation,
        AccountClaims claims)
    {
        (_account, _record, _services, _setting, _activation) = (account, record, services, setting, activation);
        _session = new AccountSession(account, services);
        _epoch = new AccountEpoch(record, services.Time);
        Verifications = new AccountVerification(
            account, claims, services, _session, _epoch, activation, setting.StillWorking, ReadWhatIsDue);
    }

    public AccountVerification Verifications { get; }

    /// <summary>The refresh that runs; null when none does.</summary>
    public RefreshRun? Run { get; private set; }

    public void Acknowledge(PartitionKey partition, ReadStamp stamp) => _setting.HandOver.Acknowledge(partition, stamp);

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
        var now = _services.Clock.Now;
        var interrupted = state.Refresh.InFlight;
        var mark = interrupted ?? new InFlightRefresh(state.Refresh.LastNumber + 1, everything, now);
        var plan = RefreshPlan.Make(
            _services.DatasetsOf(claim.Mode), state.Refresh, now, firstDay, mark.Everything, interrupted?.BegunAt);
        if (plan.Steps.IsEmpty && interrupted is null && !everything)
            return null;
        var operation = interrupted is null
            ? null
            : state.Refresh.Operations.FirstOrDefault(known => known.Id.Number == interrupted.Number);
        Run = new RefreshRun(_setting, _record, mark, plan, operation, claim.Tenant);
        _refreshing = RefreshAsync(Run);
        return Run;
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
        await Task.WhenAll(_refreshing, Verifications.AllRunning()).WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        _stop.Dispose();
    }

    /// <summary>Ends the refresh that runs, and with it: what is under way to reports is still delivered.</summary>
    private async Task EndReadingAsync()
    {
        if (_reading is { } reading)
            await reading.CancelAsync();
        await _refreshing.ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private async Task RefreshAsync(RefreshRun run)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        _reading = reading;
        await Task.CompletedTask.ConfigureAwait(OffTheTurn);
        try
        {
            _setting.StillWorking();
            _session.IsInUse = true;
            await run.ExecuteAsync(
                _epoch.RaiseAsync, () => ConnectAsync(run), CheckRefused, reading.Token, _stop.Token);
        }
        catch (OperationCanceledException) when (reading.IsCancellationRequested)
        {
            RefreshLog.Interrupted(_services.Logger, run.Operation.Id);
        }
        catch (InconsistentStateException exception)
        {
            RefreshLog.Fenced(_services.Logger, exception, _account);
            _activation.Leave();
        }
        catch (Exception exception)
        {
            RefreshLog.BrokeOff(_services.Logger, exception, run.Operation.Id);
        }
        finally
        {
            Run = null;
            _reading = null;
            _session.IsInUse = false;
        }
    }

    private void ReadWhatIsDue() => StartRefresh(everything: false);

    /// <summary>A role that refuses us is looked at at once; a run of the customer's own goes first.</summary>
    private void CheckRefused()
    {
        if (_record.Current.Claims.Connected is { VerifiedRole: { } role } claim
            && Verifications.Steps(claim.Tenant) is null)
            StartVerification(claim, role, mayPay: false);
    }

    private Task<IAccountConnection> ConnectAsync(RefreshRun run) => _session.ConnectAsync(
        _record.Current.Readable is { } claim && claim.Tenant == run.Tenant
            ? claim
            : throw new InvalidOperationException(
                $"Account {_account} is not connected for tenant {run.Tenant} any more, or its role is not proven."));
}
