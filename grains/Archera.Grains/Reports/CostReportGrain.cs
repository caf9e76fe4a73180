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
using Archera.Grains.Storage;
using Orleans.Storage;
using Orleans.Streams;
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
    : Grain, ICostReportGrain, IStreamSubscriptionObserver, IAsyncObserver<UsageAggregate>
{
    private readonly DayRecords _days = new(context.GrainId, storage);
    private readonly PartJoiner _joiner = new();
    private readonly RevisionRetention _retention = RevisionRetention.Of(options.Value);

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) =>
        handleFactory.Create<UsageAggregate>().ResumeAsync(this);

    /// <summary>
    /// Takes a part from the stream. Whatever fails is logged: a poisoned message must not stop the others.
    /// </summary>
    public async Task OnNextAsync(UsageAggregate item, StreamSequenceToken? token = null)
    {
        try
        {
            if (await OpenAsync(item) is { } part)
                await TakeAsync(part);
        }
        catch (InconsistentStateException exception)
        {
            ReportLog.NotStored(logger, exception, item.Partition, item.Stamp);
            DeactivateOnIdle();
        }
        catch (Exception exception)
        {
            instruments.PartDropped("not-stored");
            ReportLog.NotStored(logger, exception, item.Partition, item.Stamp);
        }
    }

    public Task OnErrorAsync(Exception ex)
    {
        ReportLog.StreamFailed(logger, ex, this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    public async Task StoreAsync(UsageAggregate whole, CancellationToken cancellationToken)
    {
        if (Misrouted(whole) is { } reason)
            throw new ArgumentException($"{whole.Partition} is not {this.GetPrimaryKeyString()}'s to store: {reason}.");
        if (!AggregateParts.IsIntact(whole))
            throw new InvalidDataException($"{whole.Partition} {whole.Stamp} arrived damaged.");
        await MergeAsync(whole);
    }

    public async Task<CostReportSlice> QueryAsync(CostReportQuery query, CancellationToken cancellationToken)
    {
        var dimensions = DatasetOf(query.Dataset).Dimensions;
        var grouping = new CostGrouping(query, dimensions);
        var watched = new WatchedAccounts(query.Watched, WatchedIn(query.Dataset).Dimensions);
        var received = ImmutableArray.CreateBuilder<ReceivedDay>();
        var unreadable = ImmutableArray.CreateBuilder<UnreadableDay>();
        foreach (var day in query.Days.Days().Where(Belongs))
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
                ReportLog.Unreadable(logger, exception, PartitionOf(query.Dataset, day), why.Reason);
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
            foreach (var day in query.Costs.Days.Days().Where(Belongs))
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
            ReportLog.Unreadable(logger, exception, PartitionOf(dataset, day), reason);
    }

    public async Task<ImmutableArray<CostDaySums>> SumAsync(
        ImmutableArray<DatasetName> datasets, DatePeriod days, CancellationToken cancellationToken)
    {
        var sums = ImmutableArray.CreateBuilder<CostDaySums>();
        foreach (var (dataset, day) in datasets.SelectMany(dataset => days.Days().Where(Belongs), ValueTuple.Create))
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
                ReportLog.Unreadable(logger, exception, PartitionOf(dataset, day), why.Reason);
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

    private async ValueTask<UsageAggregate?> OpenAsync(UsageAggregate item)
    {
        try
        {
            return await SealedPart.OpenAsync(keys, this.GetPrimaryKeyString(), item, CancellationToken.None);
        }
        catch (StateRefusedException refused)
        {
            instruments.PartDropped("unopened");
            ReportLog.PartUnopened(logger, item.Partition, item.Stamp, refused.Message);
            return null;
        }
    }

    private async Task TakeAsync(UsageAggregate part)
    {
        var reason = Misrouted(part);
        if (reason is null)
        {
            var record = await _days.LoadAsync(part.Partition.Dataset, part.Partition.Day);
            if (record.Current.Newest is not null && part.Stamp <= record.Current.Stamp)
            {
                _joiner.Forget(part.Partition, record.Current.Stamp);
                await AcknowledgeAsync(part.Partition, record.Current.Stamp);
                return;
            }

            if (_joiner.Add(part, out reason) is { } whole)
                await AcknowledgeAsync(whole.Partition, await MergeAsync(whole));
        }

        if (reason is null or "repeated")
            return;
        instruments.PartDropped(reason);
        ReportLog.PartDropped(logger, part.Partition, part.Stamp, reason);
    }

    private async Task<ReadStamp> MergeAsync(UsageAggregate whole)
    {
        var record = await _days.LoadAsync(whole.Partition.Dataset, whole.Partition.Day);
        MergeResult? merged = null;
        var stored = await record.UpdateAsync(
            day => (merged = RevisionMerge.Merge(day, whole, clock.Now, _retention)).Next);
        _joiner.Forget(whole.Partition, stored.Stamp);
        instruments.Rows(whole.Partition.Dataset, merged!.Kind.ToString().ToLowerInvariant(), merged.Rows);
        return stored.Stamp;
    }

    /// <summary>A hint without an answer: when it is lost, the direct hand-over takes its place.</summary>
    private Task AcknowledgeAsync(PartitionKey partition, ReadStamp stamp) => GrainFactory
        .GetGrain<IPayerAccountGrain>(partition.PayerAccount.ToString())
        .AcknowledgeAsync(partition, stamp);

    private string? Misrouted(UsageAggregate part)
    {
        var key = ICostReportGrain.KeyOf(part.Partition.PayerAccount, YearMonth.Of(part.Partition.Day));
        return key != this.GetPrimaryKeyString() ? "misrouted"
            : datasets.Any(dataset => dataset.Name == part.Partition.Dataset) ? null
            : "unknown-dataset";
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

    private bool Belongs(DateOnly day) =>
        this.GetPrimaryKeyString().EndsWith("/" + YearMonth.Of(day), StringComparison.Ordinal);

    private PartitionKey PartitionOf(DatasetName dataset, DateOnly day)
    {
        var key = this.GetPrimaryKeyString();
        return new PartitionKey(PayerAccountKey.Parse(key[..key.IndexOf('/', StringComparison.Ordinal)]), dataset, day);
    }
}
