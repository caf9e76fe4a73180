using System.Collections.Immutable;
using Archera.Aws.Datasets.Machines;
using Archera.Contracts.Identity;
using Archera.Contracts.LinkedAccounts;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Grains.Custody;
using Archera.Grains.Refresh;
using Archera.Grains.Reports;
using Orleans.Storage;
using Orleans.Streams.Core;

namespace Archera.Grains.Utilization;

/// <summary>
/// One linked account's month: a record a day and dataset. Each look at machines is added to its day; each read of
/// their use replaces its day's.
/// </summary>
[ImplicitStreamSubscription(UsageAggregate.LinkedStreamNamespace)]
public sealed class UtilizationReportGrain
    : Grain, IUtilizationReportGrain, IStreamSubscriptionObserver, IAggregateStore
{
    private static readonly DatasetName Machines = DatasetName.Parse("Machines");
    private static readonly DatasetName Utilization = DatasetName.Parse("Utilization");

    private readonly RefreshInstruments _instruments;
    private readonly BillingClock _clock;
    private readonly RevisionRetention _retention;
    private readonly ILogger _logger;
    private readonly ReportKey _report;
    private readonly AggregateInbox _inbox;
    private readonly DailyRecords<MachineDayRecord> _machines;
    private readonly DailyRecords<UtilizationDayRecord> _utilization;

    public UtilizationReportGrain(
        [FromKeyedServices("Default")] IGrainStorage storage,
        IGrainContext context,
        IRecordKeys keys,
        RefreshInstruments instruments,
        IOptions<ReportOptions> options,
        BillingClock clock,
        ILogger<UtilizationReportGrain> logger)
    {
        (_instruments, _logger) = (instruments, logger);
        _report = ReportKey.Parse(context.GrainId.Key.ToString()!);
        _machines = new DailyRecords<MachineDayRecord>("machines", context.GrainId, storage);
        _utilization = new DailyRecords<UtilizationDayRecord>("utilization", context.GrainId, storage);
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
        var (received, unreadable) = await new DayReading(_report, Machines, _logger).ReadAsync(
            days,
            async day =>
            {
                if (MachineDayMerge.At((await _machines.LoadAsync(day)).Current, before) is not { } known)
                    return null;
                var content = MachineCodec.DecodeDay(known.SchemaVersion, known.Content);
                machines.AddRange(MachineDayMerge.Rows(content));
                regions = [.. MachineDayMerge.Unseen(content)];
                return new ReceivedDay(day, known.Revision, known.ReadAt, Estimated: false);
            },
            cancellationToken);
        return new MachineSlice(machines.ToImmutable(), received, unreadable, regions);
    }

    public async Task<UtilizationSlice> GetUtilizationAsync(
        UtilizationQuery query, CancellationToken cancellationToken)
    {
        var machines = ImmutableArray.CreateBuilder<UtilizationDayRow>();
        var (received, unreadable) = await new DayReading(_report, Utilization, _logger).ReadAsync(
            query.Period,
            async day =>
            {
                var record = (await _utilization.LoadAsync(day)).Current;
                if (UtilizationDayMerge.At(record, query.Moment) is not { } revision)
                    return null;
                var looked = MachineDayMerge.At((await _machines.LoadAsync(day)).Current, query.Moment);
                var known = looked is null ? null : MachineCodec.DecodeDay(looked.SchemaVersion, looked.Content);
                machines.AddRange(UtilizationDayMerge.Rows(revision, known, query));
                return new ReceivedDay(day, revision.Revision, revision.ReadAt, revision.Estimated);
            },
            cancellationToken);
        return new UtilizationSlice(machines.ToImmutable(), received, unreadable);
    }

    public Task ForgetAsync(CancellationToken cancellationToken)
    {
        _machines.Forget();
        _utilization.Forget();
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task<ReadStamp?> StampOfAsync(PartitionKey partition)
    {
        if (partition.Dataset == Utilization)
        {
            var use = (await _utilization.LoadAsync(partition.Day)).Current;
            return use.Newest is null ? null : use.Stamp;
        }

        var machines = (await _machines.LoadAsync(partition.Day)).Current;
        return machines.ReadAt is null ? null : machines.Stamp;
    }

    public async Task<ReadStamp> MergeAsync(UsageAggregate whole)
    {
        var day = whole.Partition.Day;
        var stamp = whole.Partition.Dataset == Utilization
            ? (await (await _utilization.LoadAsync(day)).UpdateAsync(
                record => UtilizationDayMerge.Add(record, whole, _retention))).Stamp
            : (await (await _machines.LoadAsync(day)).UpdateAsync(
                record => MachineDayMerge.Add(record, whole, _clock.Now, _retention))).Stamp;
        _instruments.Rows(whole.Partition.Dataset, "stored", 1);
        return stamp;
    }

    public Task AcknowledgeAsync(PartitionKey partition, ReadStamp stamp) => GrainFactory
        .GetGrain<ILinkedAccountGrain>(partition.Account.ToString())
        .AcknowledgeAsync(partition, stamp);

    public string? Misrouted(UsageAggregate part) =>
        IUtilizationReportGrain.KeyOf(part.Partition.Account, YearMonth.Of(part.Partition.Day))
            != this.GetPrimaryKeyString() ? "misrouted"
        : part.Partition.Dataset == Machines || part.Partition.Dataset == Utilization ? null
        : "unknown-dataset";

    public void Leave() => DeactivateOnIdle();
}
