using System.Collections.Immutable;
using Archera.Aws.Datasets;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Reconciliation;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Grains.Custody;
using Archera.Grains.Refresh;
using Orleans.Storage;
using Orleans.Streams.Core;

namespace Archera.Grains.Reports;

/// <summary>
/// One payer account's month. Aggregates come on the stream or directly; the highest stamp wins. A question interleaves
/// with them: it sees each day before or after its write, never between.
/// </summary>
[ImplicitStreamSubscription(UsageAggregate.StreamNamespace)]
public sealed class CostReportGrain(
    [FromKeyedServices("Default")] IGrainStorage storage,
    IGrainContext context,
    IRecordKeys keys,
    IEnumerable<IDataset> datasets,
    DecodedDays decoded,
    RefreshInstruments instruments,
    IOptions<ReportOptions> options,
    BillingClock clock,
    ILogger<CostReportGrain> logger)
    : Grain, ICostReportGrain, IStreamSubscriptionObserver, IAggregateStore
{
    private readonly DayRecords<DayRecord> _days = new("cost", context.GrainId, storage);
    private readonly ReportKey _report = ReportKey.Parse(context.GrainId.Key.ToString()!);
    private readonly RevisionRetention _retention = RevisionRetention.Of(options.Value);

    private AggregateInbox Inbox =>
        field ??= new AggregateInbox(this.GetPrimaryKeyString(), this, keys, instruments, logger);

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) =>
        handleFactory.Create<UsageAggregate>().ResumeAsync(Inbox);

    public Task StoreAsync(UsageAggregate whole, CancellationToken cancellationToken) => Inbox.StoreAsync(whole);

    public async Task<CostReportSlice> QueryAsync(CostReportQuery query, CancellationToken cancellationToken)
    {
        var dimensions = DatasetOf(query.Dataset).Dimensions;
        var grouping = new CostGrouping(query, dimensions);
        var watched = new WatchedAccounts(query.Watched, WatchedIn(query.Dataset).Dimensions);
        var received = ImmutableArray.CreateBuilder<ReceivedDay>();
        var unreadable = ImmutableArray.CreateBuilder<UnreadableDay>();
        foreach (var day in query.Days.Days().Where(_report.Holds))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (await AddDayAsync(query, day, grouping, watched) is { } at)
                    received.Add(new ReceivedDay(day, at.Number, at.ReadAt, at.Estimated));
            }
            catch (OverflowException)
            {
                return new CostReportSlice([], [], [], [], IsInexact: true);
            }
            catch (Exception exception) when (UnreadableReason.Of(exception) is { } why)
            {
                ReportLog.Unreadable(logger, exception, _report.PartitionOf(query.Dataset, day), why.Reason);
                unreadable.Add(new UnreadableDay(day, why.Reason, why.Detail));
            }

            if (grouping.IsFull)
                break;
        }

        return new CostReportSlice(
            grouping.Rows(), received.ToImmutable(), unreadable.ToImmutable(), watched.Billed());
    }

    public async Task<MonthChangesSlice> QueryChangesAsync(
        MonthChangesQuery query, CancellationToken cancellationToken)
    {
        var changes = new MonthChanges(
            query, DatasetOf(query.Costs.Dataset), RecordTypes, _days, decoded, NoteUnreadable);
        try
        {
            foreach (var day in query.Costs.Days.Days().Where(_report.Holds))
            {
                cancellationToken.ThrowIfCancellationRequested();
                await changes.AddAsync(day);
                if (changes.IsFull)
                    break;
            }
        }
        catch (OverflowException)
        {
            return new MonthChangesSlice([], MomentDays.None, MomentDays.None, IsInexact: true);
        }

        return changes.Slice();

        void NoteUnreadable(DatasetName dataset, DateOnly day, string reason, Exception exception) =>
            ReportLog.Unreadable(logger, exception, _report.PartitionOf(dataset, day), reason);
    }

    public async Task<ImmutableArray<CostDaySums>> SumAsync(
        ImmutableArray<DatasetName> datasets, DatePeriod days, CancellationToken cancellationToken)
    {
        var sums = ImmutableArray.CreateBuilder<CostDaySums>();
        var held = days.Days().Where(_report.Holds).ToArray();
        foreach (var (dataset, day) in datasets.SelectMany(_ => held, ValueTuple.Create))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var record = (await _days.LoadAsync(dataset, day)).Current;
                if (RevisionMerge.At(record, before: null) is not { } newest)
                    continue;
                var table = decoded.Get(newest, () => RevisionMerge.Content(record, newest));
                sums.Add(DaySums.Of(dataset, day, table));
            }
            catch (Exception exception) when (UnreadableReason.Of(exception) is { } why)
            {
                ReportLog.Unreadable(logger, exception, _report.PartitionOf(dataset, day), why.Reason);
            }
        }

        return sums.ToImmutable();
    }

    public Task ForgetAsync(CancellationToken cancellationToken)
    {
        _days.Forget();
        decoded.Forget();
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task<ReadStamp?> StampOfAsync(PartitionKey partition)
    {
        var record = await _days.LoadAsync(partition.Dataset, partition.Day);
        return record.Current.Newest is null ? null : record.Current.Stamp;
    }

    public async Task<ReadStamp> MergeAsync(UsageAggregate whole)
    {
        var record = await _days.LoadAsync(whole.Partition.Dataset, whole.Partition.Day);
        MergeResult? merged = null;
        var stored = await record.UpdateAsync(
            day => (merged = RevisionMerge.Merge(day, whole, clock.Now, _retention)).Next);
        instruments.Rows(whole.Partition.Dataset, merged!.Kind.ToString().ToLowerInvariant(), merged.Rows);
        return stored.Stamp;
    }

    public Task AcknowledgeAsync(PartitionKey partition, ReadStamp stamp) => GrainFactory
        .GetGrain<IPayerAccountGrain>(partition.PayerAccount.ToString())
        .AcknowledgeAsync(partition, stamp);

    public string? Misrouted(UsageAggregate part)
    {
        var key = ICostReportGrain.KeyOf(part.Partition.PayerAccount, YearMonth.Of(part.Partition.Day));
        return key != this.GetPrimaryKeyString() || part.Partition.LinkedAccount is not null ? "misrouted"
            : datasets.Any(dataset =>
                dataset.Dimensions.Count > 0 && dataset.Name == part.Partition.Dataset) ? null
            : "unknown-dataset";
    }

    public void Leave() => DeactivateOnIdle();

    private async Task<RevisionAt?> AddDayAsync(
        CostReportQuery query, DateOnly day, CostGrouping grouping, WatchedAccounts watched)
    {
        var record = (await _days.LoadAsync(query.Dataset, day)).Current;
        if (RevisionMerge.At(record, query.AsOf) is not { } revision)
            return null;
        var table = decoded.Get(revision, () => RevisionMerge.Content(record, revision));
        if (WatchedIn(query.Dataset).Name == query.Dataset)
            watched.Add(day, table);
        else if (!query.Watched.IsEmpty)
            await WatchAsync(query, day, watched);
        grouping.Add(day, table, revision.Estimated);
        return revision;
    }

    /// <summary>Rows that do not tell whose they are leave it to another dataset's whom the bill holds.</summary>
    private async Task WatchAsync(CostReportQuery query, DateOnly day, WatchedAccounts watched)
    {
        var record = (await _days.LoadAsync(WatchedIn(query.Dataset).Name, day)).Current;
        if (RevisionMerge.At(record, query.AsOf) is { } revision)
            watched.Add(day, decoded.Get(revision, () => RevisionMerge.Content(record, revision)));
    }

    private IDataset RecordTypes =>
        datasets.First(dataset => dataset.Dimensions.Contains(CostDimension.RecordType));

    private IDataset DatasetOf(DatasetName name) => datasets.FirstOrDefault(dataset => dataset.Name == name)
        ?? throw new InvalidOperationException($"This silo knows no dataset {name}: it runs another version.");

    /// <summary>The dataset itself, or the first whose rows name linked accounts.</summary>
    private IDataset WatchedIn(DatasetName name) =>
        DatasetOf(name) is var asked && asked.Dimensions.Contains(CostDimension.LinkedAccount)
            ? asked
            : datasets.OrderByDescending(dataset => dataset.Dimensions.Contains(CostDimension.Service))
                .First(dataset => dataset.Dimensions.Contains(CostDimension.LinkedAccount));
}
