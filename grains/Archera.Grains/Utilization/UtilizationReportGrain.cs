using System.Collections.Immutable;
using System.Globalization;
using Archera.Aws.Datasets.Machines;
using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Grains.Custody;
using Archera.Grains.Refresh;
using Archera.Grains.Reports;
using Archera.Grains.Storage;
using Orleans.Storage;
using Orleans.Streams.Core;

namespace Archera.Grains.Utilization;

/// <summary>One linked account's month of machines: a record a day, each look added to it.</summary>
[ImplicitStreamSubscription(UsageAggregate.LinkedStreamNamespace)]
public sealed class UtilizationReportGrain
    : Grain, IUtilizationReportGrain, IStreamSubscriptionObserver, IAggregateStore
{
    private readonly IGrainStorage _storage;
    private readonly GrainId _grain;
    private readonly RefreshInstruments _instruments;
    private readonly BillingClock _clock;
    private readonly RevisionRetention _retention;
    private readonly ILogger _logger;
    private readonly AggregateInbox _inbox;
    private readonly Dictionary<DateOnly, Task<StoredRecord<MachineDayRecord>>> _days = [];

    public UtilizationReportGrain(
        [FromKeyedServices("Default")] IGrainStorage storage,
        IGrainContext context,
        IRecordKeys keys,
        RefreshInstruments instruments,
        IOptions<ReportOptions> options,
        BillingClock clock,
        ILogger<UtilizationReportGrain> logger)
    {
        (_storage, _grain, _instruments, _logger) = (storage, context.GrainId, instruments, logger);
        (_clock, _retention) = (clock, RevisionRetention.Of(options.Value));
        _inbox = new AggregateInbox(context.GrainId.Key.ToString()!, this, keys, instruments, logger);
    }

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) =>
        handleFactory.Create<UsageAggregate>().ResumeAsync(_inbox);

    public Task StoreAsync(UsageAggregate whole, CancellationToken cancellationToken) => _inbox.StoreAsync(whole);

    public async Task<MachineSlice> GetMachinesAsync(
        DatePeriod days, DateTimeOffset? before, CancellationToken cancellationToken)
    {
        var regions = ImmutableArray<UnseenRegion>.Empty;
        var machines = ImmutableArray.CreateBuilder<MachineDayRow>();
        var received = ImmutableArray.CreateBuilder<ReceivedDay>();
        var unreadable = ImmutableArray.CreateBuilder<UnreadableDay>();
        foreach (var day in days.Days().Where(Belongs))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (MachineDayMerge.At((await LoadAsync(day)).Current, before) is not { } known)
                    continue;
                var content = MachineCodec.DecodeDay(known.SchemaVersion, known.Content);
                machines.AddRange(MachineDayMerge.Rows(content));
                regions = [.. MachineDayMerge.Unseen(content)];
                received.Add(new ReceivedDay(day, known.Revision, known.ReadAt, Estimated: false));
            }
            catch (Exception exception) when (UnreadableReason.Of(exception) is { } why)
            {
                ReportLog.Unreadable(_logger, exception, PartitionOf(day), why.Reason);
                unreadable.Add(new UnreadableDay(day, why.Reason, why.Detail));
            }
        }

        return new MachineSlice(
            machines.ToImmutable(), received.ToImmutable(), unreadable.ToImmutable(), regions);
    }

    public Task ForgetAsync(CancellationToken cancellationToken)
    {
        _days.Clear();
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task<ReadStamp?> StampOfAsync(PartitionKey partition)
    {
        var record = (await LoadAsync(partition.Day)).Current;
        return record.ReadAt is null ? null : record.Stamp;
    }

    public async Task<ReadStamp> MergeAsync(UsageAggregate whole)
    {
        var record = await LoadAsync(whole.Partition.Day);
        var stored = await record.UpdateAsync(day => MachineDayMerge.Add(day, whole, _clock.Now, _retention));
        _instruments.Rows(whole.Partition.Dataset, "stored", 1);
        return stored.Stamp;
    }

    public Task AcknowledgeAsync(PartitionKey partition, ReadStamp stamp) => GrainFactory
        .GetGrain<ILinkedAccountGrain>(partition.Account.ToString())
        .AcknowledgeAsync(partition, stamp);

    public string? Misrouted(UsageAggregate part) =>
        IUtilizationReportGrain.KeyOf(part.Partition.Account, YearMonth.Of(part.Partition.Day))
            == this.GetPrimaryKeyString() ? null : "misrouted";

    public void Leave() => DeactivateOnIdle();

    private Task<StoredRecord<MachineDayRecord>> LoadAsync(DateOnly day)
    {
        if (_days.TryGetValue(day, out var known) && (!known.IsCompleted || known.IsCompletedSuccessfully))
            return known;
        return _days[day] = ReadAsync(day);
    }

    private async Task<StoredRecord<MachineDayRecord>> ReadAsync(DateOnly day)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"machines-{day:dd}");
        var record = new StoredRecord<MachineDayRecord>(name, _grain, _storage);
        await record.ReadAsync();
        return record;
    }

    private bool Belongs(DateOnly day) =>
        this.GetPrimaryKeyString().EndsWith("/" + YearMonth.Of(day), StringComparison.Ordinal);

    private PartitionKey PartitionOf(DateOnly day)
    {
        var key = this.GetPrimaryKeyString();
        var account = AccountKey.Parse(key[..key.LastIndexOf('/')]);
        return new PartitionKey(account.Payer, DatasetName.Parse("Machines"), day, account.Linked);
    }
}
