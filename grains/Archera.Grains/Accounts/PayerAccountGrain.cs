using System.Collections.Immutable;
using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Permissions;
using Archera.Contracts.Quarantine;
using Archera.Contracts.Reconciliation;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Archera.Grains.Custody;
using Archera.Grains.LinkedAccounts;
using Archera.Grains.Onboarding;
using Archera.Grains.Reconciliation;
using Archera.Grains.Refresh;
using Archera.Grains.Storage;
using Orleans.Storage;

namespace Archera.Grains.Accounts;

/// <summary>
/// One payer account. Calls are short: they read or change the state, or start work that goes on beside them. Methods
/// that interleave only read, but for the acknowledgement, which touches nothing stored.
/// </summary>
public sealed partial class PayerAccountGrain
    : Grain,
        IPayerAccountGrain,
        IDisputedAccountGrain,
        IRemindable,
        IAccountActivation,
        IAsyncDisposable
{
    private const string ReminderName = "refresh";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);

    private readonly AccountServices _services;
    private readonly PayerAccountKey _account;
    private readonly StoredRecord<PayerAccountState> _record;
    private readonly AccountClaims _claims;
    private readonly AccountWork _work;
    private readonly ClaimDesk _desk;
    private readonly AccountDeparture _departure;
    private readonly LinkedWaking _linked;
    private DateTimeOffset _lostReadAt;

    public PayerAccountGrain(
        [FromKeyedServices("Default")] IGrainStorage storage,
        IGrainContext context,
        IGrainFactory grains,
        IRecordKeys keys,
        AccountServices services)
    {
        _services = services;
        _account = PayerAccountKey.Parse(context.GrainId.Key.ToString()!);
        _record = new StoredRecord<PayerAccountState>(PayerAccountState.RecordName, context.GrainId, storage);
        _claims = new AccountClaims(_account, _record, services, keys, grains, this);
        _linked = new LinkedWaking(_account, _record, services, grains);
        _work = new AccountWork(
            _account,
            _record,
            services,
            () => services.Setting(new AccountKey(_account), grains, KeepFor),
            this,
            _claims,
            _linked.Tell);
        _departure = new AccountDeparture(_account, _record, _claims, _work, keys, services, grains, this);
        _desk = new ClaimDesk(_account, _claims, _departure, _work, services);
    }

    private ClaimBook Claims => _record.Current.Claims;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await _claims.ReadAsync();
        foreach (var claim in Claims.Claims.Where(claim => claim.IsVerifying))
        {
            // Nobody asked for this run: a crash that repeats itself must not spend the customer's money each time.
            if (claim.RoleToVerify is { } role)
                _work.StartVerification(claim, role, mayPay: false);
        }

        _work.Resume();
        _ = _work.KeepAwakeAsync();
        _claims.Tell();
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        Task.WhenAll(_work.StopAsync(cancellationToken), _claims.StopTellingAsync(cancellationToken));

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    public async Task<Answer<ClaimReceipt>> ClaimAsync(
        TenantId tenant, ClaimRequest request, CancellationToken cancellationToken)
    {
        var isNew = Claims.Find(tenant) is null;
        var claimed = await _desk.ClaimAsync(tenant, request, cancellationToken);
        return claimed.IsGranted ? new ClaimReceipt(ViewOf(Claims.Find(tenant)!), isNew) : claimed.Refusal;
    }

    public Task<PayerAccountView?> GetAsync(TenantId tenant, CancellationToken cancellationToken) =>
        Task.FromResult(Claims.Find(tenant) is { } claim ? ViewOf(claim) : null);

    public async Task<Answer<PayerAccountView>> SetRoleAsync(
        TenantId tenant, RoleArn role, CancellationToken cancellationToken)
    {
        if (Claims.Find(tenant) is not { } claim)
            return NotFound();
        return await _desk.SetRoleAsync(claim, role) is { } refusal ? refusal : ViewOf(Claims.Find(tenant)!);
    }

    public async Task<Answer<PayerAccountView>> IssueExternalIdAsync(
        TenantId tenant, CancellationToken cancellationToken)
    {
        if (Claims.Find(tenant) is not { } claim)
            return NotFound();
        return await _desk.IssueExternalIdAsync(claim) is { } refusal ? refusal : ViewOf(Claims.Find(tenant)!);
    }

    public Task<TenantId?> GetOwnerAsync(CancellationToken cancellationToken) => Task.FromResult(Claims.Owner);

    public async Task<Answer<PayerAccountView>> DecideAsync(
        TenantId claimant, ClaimDecision decision, DecisionNote note, CancellationToken cancellationToken)
    {
        if (Claims.Find(claimant) is not { } claim)
            return NotFound();
        return await _desk.DecideAsync(claim, decision, note) is { } refusal
            ? refusal
            : ViewOf(Claims.Find(claimant)!);
    }

    public Task<Answer<VerificationView>> VerifyAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if (Claims.Find(tenant) is not { } claim)
            return Task.FromResult<Answer<VerificationView>>(NotFound());
        return Task.FromResult<Answer<VerificationView>>(
            _desk.Verify(claim) is { } refusal ? refusal : VerificationOf(claim));
    }

    public async Task<Answer<VerificationView>> GetVerificationAsync(
        TenantId tenant, TimeSpan wait, CancellationToken cancellationToken)
    {
        if (Claims.Find(tenant) is null)
            return NotFound();
        var patience = TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, LongestWait.Ticks));
        await _work.Verifications.Running(tenant)
            .WaitAsync(patience, _services.Time, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return Claims.Find(tenant) is { } claim ? VerificationOf(claim) : NotFound(); // It may have lapsed meanwhile.
    }

    public Task<Answer<PermissionUseView>> GetPermissionUseAsync(
        TenantId tenant, CancellationToken cancellationToken)
    {
        if (Claims.Find(tenant) is not { } claim)
            return Task.FromResult<Answer<PermissionUseView>>(NotFound());
        var uses = Claims.Owner == tenant ? _record.Current.Uses : [];
        return Task.FromResult<Answer<PermissionUseView>>(
            new PermissionUseView(claim.Tier, claim.Mode, _services.Clock.Now, uses));
    }

    public async Task<Answer<OperationView>> RefreshAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if (Claims.Find(tenant) is null)
            return NotFound();
        if (Claims.Connected?.Tenant != tenant || _work.StartRefresh(everything: true) is not { } run)
            return NotConnected("refresh");
        await run.Begun;
        return run.Operation;
    }

    public Task<OperationView?> GetOperationAsync(
        TenantId tenant, OperationId operation, CancellationToken cancellationToken)
    {
        if (Claims.Owner != tenant)
            return Task.FromResult<OperationView?>(null);
        var known = _record.Current.Refresh;
        return Task.FromResult(
            (_work.Run is { } run ? known.Progress(run.Operation) : known).OperationOf(tenant, operation));
    }

    public Task<ReadStatus> GetReadStatusAsync(
        TenantId tenant, DatasetName dataset, DatePeriod days, CancellationToken cancellationToken)
    {
        var standing = Claims.StandingOf(tenant);
        return Task.FromResult(standing == ReadStanding.Owned && Progress(_services.Dataset(dataset)) is { } progress
            ? progress.Read(days, Claims.Find(tenant)!.Mode) with
            {
                ManagementAccount = _record.Current.ManagementAccount,
            }
            : ReadStatus.Of(standing) with { Connection = Claims.Find(tenant)?.Connection });
    }

    public Task<AccountReconciliation> GetReconciliationAsync(
        TenantId tenant, YearMonth month, CancellationToken cancellationToken) => Task.FromResult(
        Claims.Find(tenant) is { Mode: var mode } && Claims.StandingOf(tenant) == ReadStanding.Owned
            ? AccountMonth.Of(_account, month, mode, _services.CostsOf(mode).Select(Progress))
            : AccountReconciliation.Of(Claims.StandingOf(tenant)));

    public async Task ReadAgainAsync(TenantId tenant, DatasetName dataset, ImmutableArray<DateOnly> days)
    {
        if (Claims.Connected?.Tenant != tenant)
            return;
        var now = _services.Clock.Now;
        await _record.UpdateAsync(state =>
        {
            var book = state.Refresh.Lost(dataset, days, now);
            return ReferenceEquals(book, state.Refresh) ? state : state with { Refresh = book };
        });
        // At once, but not for every question: a disk that damages what is read again would cost the customer by each.
        if (now - _lostReadAt < _services.Refresh.Period)
            return;
        _lostReadAt = now;
        _work.StartRefresh(everything: false);
    }

    public Task AcknowledgeAsync(PartitionKey partition, ReadStamp stamp)
    {
        _work.Acknowledge(partition, stamp);
        return Task.CompletedTask;
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        _claims.TellAnew();
        _linked.Tell();
        if (!_record.Current.NeedsWaking && Claims.Claims.All(claim => !claim.IsVerifying))
        {
            await RemoveReminderAsync();
            return;
        }

        if (status.Period != _services.Refresh.Period)
            await EnsureReminderAsync();
        // A verification ends in a refresh, unless it suspends the account; one of the customer's goes first.
        if (Claims.Checked is { VerifiedRole: { } role } claim
            && _work.Verifications.Steps(claim.Tenant) is null
            && _services.IsDriftCheckDue(_account, _record.Current))
            _work.StartVerification(claim, role, mayPay: false);
        else
            _work.ReadWhatIsDue();
    }

    public void KeepFor(TimeSpan time) => DelayDeactivation(time);

    public void Leave() => DeactivateOnIdle();

    public async Task<bool> HasReminderAsync() => await this.GetReminder(ReminderName) is not null;

    public async Task EnsureReminderAsync()
    {
        var period = _services.Refresh.Period;
        await this.RegisterOrUpdateReminder(ReminderName, ReminderPhase.Of(_account, period), period);
    }

    public async Task RemoveReminderAsync()
    {
        if (await this.GetReminder(ReminderName) is { } reminder)
            await this.UnregisterReminder(reminder);
    }

    private static Refusal NotFound() => new(RefusalCodes.NotFound, "There is no such payer account.");

    private DatasetProgress? Progress(Aws.Datasets.IDataset dataset) =>
        _record.Current is { FirstDay: { } firstDay, ConnectedAt: { } connectedAt, Refresh: var book }
            ? new DatasetProgress(dataset, book, book.ExpectedFrom(firstDay), connectedAt, _services.Clock.Now)
            {
                Pause = Claims.Owner is { } owner ? LateReason.PauseOf(Claims.Find(owner)!) : null,
            }
            : null;

    private PayerAccountView ViewOf(Claim claim)
    {
        var isOwner = Claims.Owner == claim.Tenant;
        var datasets = isOwner ? _services.DatasetsOf(claim.Mode) : [];
        return new PayerAccountView(
            _account,
            claim.Tier,
            claim.Mode,
            claim.Connection,
            claim.ExternalId,
            claim.VerifiedRole ?? claim.CandidateRole,
            [.. datasets.Select(Progress).OfType<DatasetProgress>().Select(progress => progress.Status())],
            claim.LastError ?? (isOwner ? _record.Current.Refresh.LastError : null),
            claim.NextExternalId);
    }

    private VerificationView VerificationOf(Claim claim) => _work.Verifications.Steps(claim.Tenant) is { } steps
        ? new VerificationView(
            ConnectionMoves.Next(claim.Connection, ConnectionMove.Begin) ?? claim.Connection, false, steps)
        : new VerificationView(claim.Connection, true, claim.Steps.IsEmpty ? Announced(claim) : claim.Steps);

    /// <summary>Before the first run: what it will ask, and what that costs.</summary>
    private ImmutableArray<VerificationStep> Announced(Claim claim) =>
        VerificationSteps.NotRun(_services.ProbedIn(claim.Mode));
}
