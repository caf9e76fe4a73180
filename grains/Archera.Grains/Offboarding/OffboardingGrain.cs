using System.Collections.Immutable;
using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Offboarding;
using Archera.Contracts.Refresh;
using Archera.Contracts.Tenants;
using Archera.Grains.Storage;
using Orleans.Storage;

namespace Archera.Grains.Offboarding;

/// <summary>
/// A tenant's offboardings. Calls only read or begin; the steps are done beside them, one account after the other, each
/// step stored before the next. What fails is tried again by the reminder, or by the next call that begins it.
/// </summary>
public sealed class OffboardingGrain : Grain, IOffboardingGrain, IRemindable, IDisposable
{
    private const string ReminderName = "offboarding";
    private const ConfigureAwaitOptions OffTheTurn =
        ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.ContinueOnCapturedContext;

    private static readonly TimeSpan WorkLease = TimeSpan.FromMinutes(20);

    private readonly DepartureServices _services;
    private readonly TenantId _tenant;
    private readonly StoredRecord<OffboardingState> _record;
    private readonly Receipts _receipts;
    private readonly DepartureSteps _steps;
    private readonly CancellationTokenSource _stop = new();
    private readonly HashSet<OperationId> _tried = [];
    private Task _working = Task.CompletedTask;

    public OffboardingGrain(
        [FromKeyedServices("Default")] IGrainStorage storage,
        IGrainContext context,
        IGrainFactory grains,
        DepartureServices services)
    {
        _services = services;
        _tenant = TenantId.Parse(context.GrainId.Key.ToString()!);
        _record = new StoredRecord<OffboardingState>("offboarding", context.GrainId, storage);
        _receipts = new Receipts(context.GrainId, storage);
        _steps = new DepartureSteps(_tenant, _receipts, grains, services);
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await _record.ReadAsync();
        Work();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _working.WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    public void Dispose() => _stop.Dispose();

    public async Task<Answer<OperationView>> BeginAsync(
        PayerAccountKey payerAccount, CancellationToken cancellationToken)
    {
        var last = _record.Current.Last(payerAccount);
        if (last is not { IsUnderWay: true })
        {
            var found = await FindAsync(payerAccount, cancellationToken);
            if (!found.IsGranted)
                return found.Refusal.Code == RefusalCodes.NotFound && last is not null ? last.View() : found.Refusal;
            last = await BeginAsync(payerAccount);
        }

        Work();
        return ViewOf(last);
    }

    public Task<OperationView?> GetOperationAsync(OperationId operation, CancellationToken cancellationToken) =>
        Task.FromResult(_record.Current.Find(operation) is { } departure ? ViewOf(departure) : null);

    public Task<LastDeparture?> GetLastAsync(PayerAccountKey payerAccount, CancellationToken cancellationToken) =>
        Task.FromResult(_record.Current.Last(payerAccount) is { } last
            ? new LastDeparture(last.IsUnderWay, last.Number)
            : null);

    public Task<ImmutableArray<ReceiptEntry>> ListReceiptsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<ReceiptEntry>>(
        [
            .. _record.Current.Departures.Reverse().Where(departure => !departure.IsUnderWay).Select(departure =>
                new ReceiptEntry(departure.ReceiptId, departure.PayerAccount, departure.EndedAt!.Value)),
        ]);

    public async Task<SignedReceipt?> GetReceiptAsync(string receiptId, CancellationToken cancellationToken) =>
        _record.Current.WithReceipt(receiptId) is null ? null : await _receipts.FindAsync(receiptId);

    public async Task<ImmutableArray<ReceiptPublicKey>> ListReceiptKeysAsync(CancellationToken cancellationToken)
    {
        var keys = await _services.Signer.KeysAsync(cancellationToken);
        return [.. keys.Select(key => new ReceiptPublicKey(key.KeyId, key.PublicKeyPem, key.CreatedAt))];
    }

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        Work();
        return Task.CompletedTask;
    }

    /// <summary>
    /// The tenant, if it has something to leave: a claim, or what is left of an account that has lost its record. Of
    /// one that can't be read nobody could say what would be deleted.
    /// </summary>
    private async Task<Answer<TenantProfile>> FindAsync(PayerAccountKey account, CancellationToken cancellationToken)
    {
        Refusal? unreadable = null;
        var hasClaim = false;
        try
        {
            hasClaim = await GrainFactory.GetGrain<IPayerAccountGrain>(account.ToString())
                .GetAsync(_tenant, cancellationToken) is not null;
        }
        catch (Exception exception) when (UnreadableAccountException.IsIn(exception))
        {
            unreadable = AccountRefusals.Unreadable(account);
        }

        var tenant = await GrainFactory.GetGrain<ITenantGrain>(_tenant.Value).GetAsync(cancellationToken);
        if (tenant is null || !(hasClaim || tenant.PayerAccounts.Contains(account)))
            return NotFound();
        return unreadable is null ? tenant : unreadable;
    }

    private static Refusal NotFound() => new(RefusalCodes.NotFound, "There is no such payer account.");

    /// <summary>The reminder comes first: a crash behind it leaves one that finds nothing to do, and goes.</summary>
    private async Task<Departure> BeginAsync(PayerAccountKey account)
    {
        await EnsureReminderAsync();
        if (_record.Current.Oldest() is { } oldest)
        {
            OffboardingLog.ReceiptDropped(
                _services.Logger, _tenant, oldest.ReceiptId, OffboardingState.MaxDepartures - 1);
            await _receipts.DropAsync(oldest.ReceiptId);
        }

        var now = _services.Time.GetUtcNow();
        var begun = new Departure
        {
            PayerAccount = account,
            Number = _record.Current.NextNumber(account, now),
            ReceiptId = ReceiptIds.Next(),
            StartedAt = now,
        };
        await _record.UpdateAsync(state => state.Begin(begun));
        OffboardingLog.Begins(_services.Logger, _tenant, account, begun.Operation);
        return begun;
    }

    private OperationView ViewOf(Departure departure) =>
        departure.View(isTried: !_working.IsCompleted && !_tried.Contains(departure.Operation));

    private void Work()
    {
        if (!_working.IsCompleted)
            return;
        _tried.Clear();
        _working = WorkAsync();
    }

    private async Task WorkAsync()
    {
        await Task.CompletedTask.ConfigureAwait(OffTheTurn);
        try
        {
            await KeepAwakeAsync();
            while (_record.Current.Departures.FirstOrDefault(departure =>
                departure.IsUnderWay && !_tried.Contains(departure.Operation)) is { } departure)
            {
                var carried = await CarryOnAsync(departure);
                await KeepAwakeAsync();
                _tried.Add(departure.Operation);
                _services.Instruments.Tried(carried.View().State);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The record says which step is next: the next activation goes on.
        }
        catch (InconsistentStateException exception)
        {
            OffboardingLog.Fenced(_services.Logger, exception, _tenant);
            DeactivateOnIdle();
        }
        catch (Exception exception)
        {
            OffboardingLog.BrokeOff(_services.Logger, exception, _tenant);
            _services.Instruments.Tried(OperationState.Late);
        }
    }

    /// <summary>Does step after step, until the end or the first that does not succeed.</summary>
    private async Task<Departure> CarryOnAsync(Departure departure)
    {
        while (departure.IsUnderWay)
        {
            DelayDeactivation(WorkLease);
            _stop.Token.ThrowIfCancellationRequested();
            Departure next;
            try
            {
                next = await _steps.RunAsync(departure, _stop.Token);
            }
            catch (Exception exception) when (!_stop.IsCancellationRequested)
            {
                OffboardingLog.StepFailed(
                    _services.Logger, exception, departure.Operation, _tenant, departure.Next);
                return await StoreAsync(departure with { Trouble = DepartureTrouble.WordsOf(departure, exception) });
            }

            departure = await StoreAsync(next);
        }

        OffboardingLog.Ended(_services.Logger, _tenant, departure.PayerAccount, departure.ReceiptId);
        return departure;
    }

    private async Task<Departure> StoreAsync(Departure departure)
    {
        await _record.UpdateAsync(state => state.With(departure));
        return departure;
    }

    /// <summary>There is a reminder while an offboarding is under way, and none otherwise.</summary>
    private async Task KeepAwakeAsync()
    {
        var reminder = await this.GetReminder(ReminderName);
        var isUnderWay = _record.Current.Departures.Any(departure => departure.IsUnderWay);
        if (isUnderWay && reminder is null)
            await EnsureReminderAsync();
        else if (!isUnderWay && reminder is not null)
            await this.UnregisterReminder(reminder);
    }

    private Task<IGrainReminder> EnsureReminderAsync() =>
        this.RegisterOrUpdateReminder(ReminderName, _services.Options.RetryPeriod, _services.Options.RetryPeriod);
}
