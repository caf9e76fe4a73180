using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Archera.Grains.Accounts;
using Archera.Grains.Refresh;
using Archera.Grains.Storage;
using Orleans.Storage;

namespace Archera.Grains.LinkedAccounts;

/// <summary>One linked account. Calls are short: they read the state, or start work that goes on beside them.</summary>
public sealed class LinkedAccountGrain
    : Grain, ILinkedAccountGrain, IRemindable, IAccountActivation, IAsyncDisposable
{
    private const string ReminderName = "refresh";

    private readonly AccountServices _services;
    private readonly AccountKey _account;
    private readonly StoredRecord<LinkedAccountState> _record;
    private readonly LinkedAccountWork _work;

    public LinkedAccountGrain(
        [FromKeyedServices("Default")] IGrainStorage storage,
        IGrainContext context,
        IGrainFactory grains,
        AccountServices services)
    {
        _services = services;
        _account = AccountKey.Parse(context.GrainId.Key.ToString()!);
        _record = new StoredRecord<LinkedAccountState>(LinkedAccountState.RecordName, context.GrainId, storage);
        var setting = services.Setting(_account, grains, KeepFor);
        _work = new LinkedAccountWork(_account, _record, services, setting, grains, this);
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await _record.ReadAsync();
        if (_record.Current.Refresh.InFlight is not null)
            _work.Look();
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        _work.StopAsync(cancellationToken);

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    public async Task WakeAsync(CancellationToken cancellationToken)
    {
        if (!await HasReminderAsync())
            await EnsureReminderAsync();
        _work.Look();
    }

    public Task<ReadStatus> GetReadStatusAsync(
        DatasetName dataset, DatePeriod days, CancellationToken cancellationToken)
    {
        var (state, known) = (_record.Current, _services.Dataset(dataset));
        return Task.FromResult(state is { FirstDay: { } firstDay, KnownSince: { } since }
            ? new DatasetProgress(known, state.Refresh, known.FirstDayIn(firstDay), since, _services.Clock.Now)
            {
                Pause = state.IsOpen ? LateReason.OfOpenLinkedRole : null,
            }.Read(days, ConnectionMode.Payer)
            : ReadStatus.Of(ReadStanding.NotConnected));
    }

    public Task AcknowledgeAsync(PartitionKey partition, ReadStamp stamp)
    {
        _work.Acknowledge(partition, stamp);
        return Task.CompletedTask;
    }

    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        await RemoveReminderAsync();
        await _work.LeaveAsync();
        DeactivateOnIdle();
    }

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        _work.Look();
        return Task.CompletedTask;
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
}
