using Archera.Aws.Sessions;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Grains.Onboarding;
using Archera.Grains.Refresh;
using Archera.Grains.Storage;
using Orleans.Storage;

namespace Archera.Grains.Accounts;

/// <summary>
/// What one activation does with AWS, beside its turns: verifications and one refresh at a time. It stays on the
/// activation's scheduler, so that its state is touched by one thread only; calls are answered between its steps.
/// </summary>
public sealed class AccountWork(
    PayerAccountKey account,
    StoredRecord<PayerAccountState> record,
    AccountServices services,
    RefreshSetting setting,
    IAccountActivation activation) : IAsyncDisposable
{
    private const ConfigureAwaitOptions OffTheTurn =
        ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.ContinueOnCapturedContext;

    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<TenantId, VerificationRun> _verifications = [];
    private readonly Dictionary<TenantId, Task> _verifying = [];
    private Task _refreshing = Task.CompletedTask;
    private Task<Stamps>? _stamps;
    private IAccountConnection? _connection;
    private RoleArn? _connectedRole;

    /// <summary>The refresh that runs; null when none does.</summary>
    public RefreshRun? Run { get; private set; }

    public VerificationLadder? Ladder(TenantId tenant) => _verifications.GetValueOrDefault(tenant)?.Ladder;

    public Task Verification(TenantId tenant) => _verifying.GetValueOrDefault(tenant, Task.CompletedTask);

    public void Acknowledge(PartitionKey partition, ReadStamp stamp) => setting.HandOver.Acknowledge(partition, stamp);

    /// <summary>
    /// Starts what is due, or all that AWS may still restate; joins the refresh that runs. Null: nothing is due.
    /// </summary>
    public RefreshRun? StartRefresh(bool everything)
    {
        var state = record.Current;
        if (Run is not null || state.Claims.Connected is not { } claim || state.FirstDay is not { } firstDay)
            return Run;
        var now = services.Clock.Now;
        var interrupted = state.Refresh.InFlight;
        var mark = interrupted ?? new InFlightRefresh(state.Refresh.LastNumber + 1, everything, now);
        var plan = RefreshPlan.Make(
            services.DatasetsOf(claim.Mode), state.Refresh, now, firstDay, mark.Everything, interrupted?.BegunAt);
        if (plan.Steps.IsEmpty && interrupted is null && !everything)
            return null;
        var operation = interrupted is null
            ? null
            : state.Refresh.Operations.FirstOrDefault(known => known.Id.Number == interrupted.Number);
        Run = new RefreshRun(setting, record, mark, plan, operation);
        _refreshing = RefreshAsync(Run);
        return Run;
    }

    /// <summary>
    /// Starts a verification of the claim's role, or joins the one that runs. One that tries another role is
    /// superseded: it ends, and nothing of it is written any more.
    /// </summary>
    public void StartVerification(Claim claim, RoleArn role)
    {
        var older = _verifications.GetValueOrDefault(claim.Tenant);
        if (older?.Ladder.Role == role)
            return;
        var connection = services.Connect(account, role, claim.ExternalId, claim.Mode);
        var ladder = new VerificationLadder(account, claim, role, connection, services.Onboarding, services.Time);
        var run = new VerificationRun(claim.Tenant, ladder, connection, _stop.Token);
        _verifications[claim.Tenant] = run;
        older?.Supersede();
        _verifying[claim.Tenant] = VerifyAsync(run, Verification(claim.Tenant));
    }

    /// <summary>
    /// Looks that the account is woken up: a kill, or a lost reminder table, must not silence it for ever.
    /// </summary>
    public async Task KeepAwakeAsync()
    {
        await Task.CompletedTask.ConfigureAwait(OffTheTurn);
        try
        {
            if (record.Current.Claims.Owner is not null && !await activation.HasReminderAsync())
                await activation.EnsureReminderAsync();
        }
        catch (Exception exception)
        {
            AccountLog.ReminderNotKept(services.Logger, exception, account);
        }
    }

    /// <summary>Stops at once: what is not checkpointed is read again by the next activation.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await Task.WhenAll([_refreshing, .. _verifying.Values]).WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync();
        _stop.Dispose();
    }

    private async Task RefreshAsync(RefreshRun run)
    {
        await Task.CompletedTask.ConfigureAwait(OffTheTurn);
        try
        {
            setting.StillWorking();
            await run.ExecuteAsync(RaiseEpochAsync, ConnectAsync, _stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            RefreshLog.Interrupted(services.Logger, run.Operation.Id);
        }
        catch (InconsistentStateException exception)
        {
            RefreshLog.Fenced(services.Logger, exception, account);
            activation.Leave();
        }
        catch (Exception exception)
        {
            RefreshLog.BrokeOff(services.Logger, exception, run.Operation.Id);
        }
        finally
        {
            Run = null;
        }
    }

    private async Task VerifyAsync(VerificationRun run, Task older)
    {
        await older.ConfigureAwait(OffTheTurn | ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await ClimbAsync(run);
        }
        catch (OperationCanceledException) when (run.Stop.IsCancellationRequested)
        {
            // The claim still says that it is being verified: the next run, or activation, begins again.
        }
        catch (InconsistentStateException exception)
        {
            RefreshLog.Fenced(services.Logger, exception, account);
            activation.Leave();
        }
        catch (Exception exception)
        {
            AccountLog.VerificationBrokeOff(services.Logger, exception, account, run.Tenant);
            await BreakOffAsync(run);
        }
        finally
        {
            if (IsNewest(run))
                _verifications.Remove(run.Tenant);
            if (run.Connection != _connection)
                await run.Connection.DisposeAsync();
            run.Dispose();
        }
    }

    private async Task ClimbAsync(VerificationRun run)
    {
        var tenant = run.Tenant;
        run.Stop.ThrowIfCancellationRequested();
        setting.StillWorking();
        await RaiseEpochAsync();
        await record.UpdateAsync(state => state with
        {
            Claims = state.Claims.BeginVerification(tenant, VerificationSteps.NotRun),
        });
        var result = await run.Ladder.ClimbAsync(run.Stop);
        var hasPassed = result.Verdict == VerificationVerdict.Passed;
        if (hasPassed)
            await activation.EnsureReminderAsync();
        var ended = await EndAsync(run, result);
        if (!IsNewest(run))
            return;
        AccountLog.Verified(services.Logger, account, tenant, result.Verdict, ended.Claims.Find(tenant)?.Connection);
        if (ended.Claims.Checked is { Connection: ConnectionState.Suspended } suspended && suspended.Tenant == tenant)
            await SuspendAsync();
        if (ended.Claims.Connected?.Tenant != tenant)
            return;
        if (hasPassed)
            await AdoptAsync(run.Connection, result.Role);
        StartRefresh(everything: false);
    }

    private bool IsNewest(VerificationRun run) => _verifications.GetValueOrDefault(run.Tenant) == run;

    private Task<PayerAccountState> EndAsync(VerificationRun run, VerificationResult result) => record.UpdateAsync(
        state => IsNewest(run)
            ? state.EndVerification(run.Tenant, result, services.Refresh, services.Clock.Now)
            : state);

    /// <summary>
    /// Says that nothing was found out. Where that can't be stored either, the next activation begins again.
    /// </summary>
    private async Task BreakOffAsync(VerificationRun run)
    {
        var result = new VerificationResult(
            VerificationVerdict.Unknown,
            run.Ladder.Role,
            run.Ladder.Steps.SkipWaiting(),
            "The verification broke off inside the service. Verify again.");
        try
        {
            await EndAsync(run, result);
        }
        catch (Exception exception)
        {
            AccountLog.VerificationBrokeOff(services.Logger, exception, account, run.Tenant);
        }
    }

    /// <summary>
    /// The verified session becomes the account's: one AssumeRole less. A running refresh keeps its own.
    /// </summary>
    private async Task AdoptAsync(IAccountConnection verified, RoleArn role)
    {
        if (Run is not null)
            return;
        var old = _connection;
        (_connection, _connectedRole) = (verified, role);
        if (old is not null)
            await old.DisposeAsync();
    }

    /// <summary>The session goes at once; a refresh under way breaks off at its next request.</summary>
    private async Task SuspendAsync()
    {
        AccountLog.Suspended(services.Logger, account);
        var open = _connection;
        (_connection, _connectedRole) = (null, null);
        if (open is not null)
            await open.DisposeAsync();
    }

    private async Task<IAccountConnection> ConnectAsync()
    {
        var claim = record.Current.Claims.Connected
            ?? throw new InvalidOperationException($"Account {account} is not connected any more.");
        if (_connection is null || _connectedRole != claim.VerifiedRole)
        {
            var old = _connection;
            _connectedRole = claim.VerifiedRole;
            _connection = services.Connect(account, claim.VerifiedRole!.Value, claim.ExternalId, claim.Mode);
            if (old is not null)
                await old.DisposeAsync();
        }

        return _connection;
    }

    private Task<Stamps> RaiseEpochAsync()
    {
        if (_stamps is null or { IsCompletedSuccessfully: false, IsCompleted: true })
            _stamps = RaiseAsync();
        return _stamps;

        async Task<Stamps> RaiseAsync()
        {
            var now = services.Time.GetUtcNow();
            var raised = await record.UpdateAsync(state => state with { Epoch = Stamps.NextEpoch(state.Epoch, now) });
            return new Stamps(raised.Epoch);
        }
    }
}
