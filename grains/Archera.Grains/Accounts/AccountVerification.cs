using System.Collections.Immutable;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Grains.Onboarding;
using Archera.Grains.Refresh;
using Orleans.Storage;

namespace Archera.Grains.Accounts;

/// <summary>
/// The verifications of one activation, one a tenant at a time. Like all its work they stay on its scheduler.
/// </summary>
/// <param name="stillWorking">Keeps the activation for a while.</param>
/// <param name="read">Starts what is due to be read, once the account is connected.</param>
public sealed class AccountVerification(
    PayerAccountKey account,
    AccountClaims claims,
    AccountServices services,
    AccountSession session,
    AccountEpoch epoch,
    IAccountActivation activation,
    Action stillWorking,
    Action read)
{
    private const ConfigureAwaitOptions OffTheTurn =
        ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.ContinueOnCapturedContext;

    private readonly Dictionary<TenantId, VerificationRun> _runs = [];
    private readonly Dictionary<TenantId, Task> _running = [];

    /// <summary>The steps of the run under way; null when none is.</summary>
    public ImmutableArray<VerificationStep>? Steps(TenantId tenant) => _runs.GetValueOrDefault(tenant)?.Steps;

    /// <summary>Ends with the tenant's run.</summary>
    public Task Running(TenantId tenant) => _running.GetValueOrDefault(tenant, Task.CompletedTask);

    public Task AllRunning() => Task.WhenAll(_running.Values);

    /// <summary>
    /// Starts a verification of the claim's role, or joins the one that runs. One that tries another role or external
    /// id is superseded: it ends, and nothing of it is written any more. A customer that asked for it asks for its
    /// successor.
    /// </summary>
    /// <param name="mayPay">A customer asked: what AWS charges for is asked too.</param>
    public void Start(Claim claim, RoleArn role, bool mayPay, CancellationToken stop)
    {
        var older = _runs.GetValueOrDefault(claim.Tenant);
        if (older is not null && older.IsOf(claim, role))
        {
            older.MayPay |= mayPay;
            return;
        }

        var run = new VerificationRun(account, claim, role, services, stop)
        {
            MayPay = mayPay || older is { MayPay: true },
        };
        _runs[claim.Tenant] = run;
        older?.Supersede();
        _running[claim.Tenant] = RunAsync(run, Running(claim.Tenant));
    }

    /// <summary>Ends the tenant's run, and with it.</summary>
    public async Task StopAsync(TenantId tenant)
    {
        _runs.GetValueOrDefault(tenant)?.Supersede();
        await Running(tenant).ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private async Task RunAsync(VerificationRun run, Task older)
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
            RefreshLog.Fenced(services.Logger, exception, new AccountKey(account));
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
                _runs.Remove(run.Tenant);
            await run.DisposeAsync();
        }
    }

    private async Task ClimbAsync(VerificationRun run)
    {
        var tenant = run.Tenant;
        run.Stop.ThrowIfCancellationRequested();
        stillWorking();
        await epoch.RaiseAsync();
        await claims.ChangeAsync(state => state with
        {
            Claims = state.Claims.BeginVerification(tenant, run.Steps),
        });
        var result = await run.ClimbAsync();
        var hasPassed = result.Verdict == VerificationVerdict.Passed;
        if (hasPassed)
            await activation.EnsureReminderAsync();
        var payerOwner = await claims.OwnerOfPayerAsync(result.ManagementAccount, run.Stop);
        var ended = await EndAsync(run, result, payerOwner);
        if (ended.Claims.Owner == tenant && ended.Claims.Connected is null)
        {
            if (ended.Claims.Find(tenant)?.Suspension is { } cause)
                AccountLog.Suspended(services.Logger, account, cause);
            await session.DropAsync();
        }

        if (!IsNewest(run))
            return;
        services.Instruments.Verified(result.Verdict);
        if (ended.Claims.Checked?.Tenant == tenant
            && DriftPlan.IsOverdue(ended.CheckedAt, services.Onboarding.DriftCheckPeriod, services.Clock.Now))
            AccountLog.CheckOverdue(services.Logger, account, ended.CheckedAt);
        AccountLog.Verified(services.Logger, account, tenant, result.Verdict, ended.Claims.Find(tenant)?.Connection);
        if (ended.Claims.Connected?.Tenant != tenant)
            return;
        if (hasPassed && !session.IsInUse)
            await session.AdoptAsync(run.Release(), result.Role, result.ExternalId);
        read();
    }

    private bool IsNewest(VerificationRun run) => _runs.GetValueOrDefault(run.Tenant) == run;

    private Task<PayerAccountState> EndAsync(
        VerificationRun run, VerificationResult result, TenantId? payerOwner = null) => claims.ChangeAsync(
        state => IsNewest(run)
            ? state.EndVerification(run.Tenant, result, payerOwner, services.Refresh, services.Clock.Now)
            : state);

    /// <summary>
    /// Says that nothing was found out, unless the outcome is stored. Where that can't be stored either, the next
    /// activation begins again.
    /// </summary>
    private async Task BreakOffAsync(VerificationRun run)
    {
        if (claims.Current.Claims.Find(run.Tenant) is not { IsVerifying: true })
            return;
        var result = new VerificationResult(
            VerificationVerdict.Unknown,
            run.Role,
            run.Steps.SkipWaiting(),
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
}
