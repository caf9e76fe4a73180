using System.Collections.Immutable;
using System.Globalization;
using Archera.Aws.Datasets.Commitments;
using Archera.Contracts.Accounts;
using Archera.Contracts.Commitments;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Grains.Custody;
using Archera.Grains.Refresh;
using Archera.Grains.Reports;
using Archera.Grains.Storage;
using Orleans.Storage;
using Orleans.Streams.Core;

namespace Archera.Grains.Commitments;

/// <summary>
/// One payer account's month of commitments: a record a dataset and day. Aggregates come on the stream or directly; the
/// highest stamp wins. A question interleaves with them: it sees each day before or after its write, never between.
/// </summary>
[ImplicitStreamSubscription(UsageAggregate.CommitmentStreamNamespace)]
public sealed class CommitmentReportGrain(
    [FromKeyedServices("Default")] IGrainStorage storage,
    IGrainContext context,
    IRecordKeys keys,
    RefreshInstruments instruments,
    IOptions<ReportOptions> options,
    BillingClock clock,
    ILogger<CommitmentReportGrain> logger)
    : Grain, ICommitmentReportGrain, IStreamSubscriptionObserver, IAggregateStore
{
    private readonly RevisionRetention _retention = RevisionRetention.Of(options.Value);
    private readonly Dictionary<(DatasetName, DateOnly), Task<StoredRecord<CommitmentDayRecord>>> _days = [];

    private AggregateInbox Inbox =>
        field ??= new AggregateInbox(this.GetPrimaryKeyString(), this, keys, instruments, logger);

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) =>
        handleFactory.Create<UsageAggregate>().ResumeAsync(Inbox);

    public Task StoreAsync(UsageAggregate whole, CancellationToken cancellationToken) => Inbox.StoreAsync(whole);

    public async Task<ImmutableArray<CommitmentSlice>> QueryAsync(
        CommitmentReportQuery query, CancellationToken cancellationToken)
    {
        var slices = ImmutableArray.CreateBuilder<CommitmentSlice>();
        foreach (var dataset in query.Datasets)
            slices.Add(await SliceAsync(dataset, query, cancellationToken));
        return slices.ToImmutable();
    }

    public Task ForgetAsync(CancellationToken cancellationToken)
    {
        _days.Clear();
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task<ReadStamp?> StampOfAsync(PartitionKey partition)
    {
        var record = (await LoadAsync(partition.Dataset, partition.Day)).Current;
        return record.Revisions.IsEmpty ? null : record.Stamp;
    }

    public async Task<ReadStamp> MergeAsync(UsageAggregate whole)
    {
        var record = await LoadAsync(whole.Partition.Dataset, whole.Partition.Day);
        var stored = await record.UpdateAsync(day => CommitmentHistory.Add(day, whole, clock.Now, _retention));
        instruments.Rows(whole.Partition.Dataset, "stored", 1);
        return stored.Stamp;
    }

    public Task AcknowledgeAsync(PartitionKey partition, ReadStamp stamp) => GrainFactory
        .GetGrain<IPayerAccountGrain>(partition.PayerAccount.ToString())
        .AcknowledgeAsync(partition, stamp);

    public string? Misrouted(UsageAggregate part)
    {
        var key = ICommitmentReportGrain.KeyOf(part.Partition.PayerAccount, YearMonth.Of(part.Partition.Day));
        return key != this.GetPrimaryKeyString() || part.Partition.LinkedAccount is not null ? "misrouted"
            : CommitmentDatasets.Daily.Contains(part.Partition.Dataset) ? null
            : "unknown-dataset";
    }

    public void Leave() => DeactivateOnIdle();

    private async Task<CommitmentSlice> SliceAsync(
        DatasetName dataset, CommitmentReportQuery query, CancellationToken cancellationToken)
    {
        var lines = ImmutableArray.CreateBuilder<CommitmentLine>();
        var items = new Dictionary<string, CommitmentItem>(StringComparer.Ordinal);
        var received = ImmutableArray.CreateBuilder<ReceivedDay>();
        var unreadable = ImmutableArray.CreateBuilder<UnreadableDay>();
        foreach (var day in query.Days.Days().Where(Belongs))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var record = (await LoadAsync(dataset, day)).Current;
                if (CommitmentHistory.At(record, query.AsOf) is not { } shown)
                    continue;
                var content = CommitmentCodec.Decode(day, shown.SchemaVersion, shown.Content);
                lines.AddRange(content.Lines);
                foreach (var item in content.Items)
                    items[item.Id] = item;
                received.Add(new ReceivedDay(day, shown.Number, shown.ReadAt, Estimated: false));
            }
            catch (Exception exception) when (UnreadableReason.Of(exception) is { } why)
            {
                ReportLog.Unreadable(logger, exception, PartitionOf(dataset, day), why.Reason);
                unreadable.Add(new UnreadableDay(day, why.Reason, why.Detail));
            }
        }

        return new CommitmentSlice(
            dataset, lines.ToImmutable(), [.. items.Values], received.ToImmutable(), unreadable.ToImmutable());
    }

    private Task<StoredRecord<CommitmentDayRecord>> LoadAsync(DatasetName dataset, DateOnly day)
    {
        var known = _days.GetValueOrDefault((dataset, day));
        if (known is not null && (!known.IsCompleted || known.IsCompletedSuccessfully))
            return known;
        return _days[(dataset, day)] = ReadAsync(dataset, day);
    }

    private async Task<StoredRecord<CommitmentDayRecord>> ReadAsync(DatasetName dataset, DateOnly day)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"commitments-{dataset}-{day:dd}");
        var record = new StoredRecord<CommitmentDayRecord>(name, context.GrainId, storage);
        await record.ReadAsync();
        return record;
    }

    private bool Belongs(DateOnly day) =>
        this.GetPrimaryKeyString().EndsWith("/" + YearMonth.Of(day), StringComparison.Ordinal);

    private PartitionKey PartitionOf(DatasetName dataset, DateOnly day)
    {
        var key = this.GetPrimaryKeyString();
        return new PartitionKey(PayerAccountKey.Parse(key[..key.IndexOf('/', StringComparison.Ordinal)]), dataset, day);
    }
}
