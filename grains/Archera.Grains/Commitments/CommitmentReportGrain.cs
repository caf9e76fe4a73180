using System.Collections.Immutable;
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
    private readonly DayRecords<CommitmentDayRecord> _days = new("commitments", context.GrainId, storage);
    private readonly ReportKey _report = ReportKey.Parse(context.GrainId.Key.ToString()!);

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
        _days.Forget();
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task<ReadStamp?> StampOfAsync(PartitionKey partition)
    {
        var record = (await _days.LoadAsync(partition.Dataset, partition.Day)).Current;
        return record.Revisions.IsEmpty ? null : record.Stamp;
    }

    public async Task<ReadStamp> MergeAsync(UsageAggregate whole)
    {
        var record = await _days.LoadAsync(whole.Partition.Dataset, whole.Partition.Day);
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
        var (received, unreadable) = await new DayReading(_report, dataset, logger).ReadAsync(
            query.Days,
            async day =>
            {
                var record = (await _days.LoadAsync(dataset, day)).Current;
                if (CommitmentHistory.At(record, query.AsOf) is not { } shown)
                    return null;
                var content = CommitmentCodec.Decode(day, shown.SchemaVersion, shown.Content);
                lines.AddRange(content.Lines);
                foreach (var item in content.Items)
                    items[item.Id] = item;
                return new ReceivedDay(day, shown.Number, shown.ReadAt, Estimated: false);
            },
            cancellationToken);
        return new CommitmentSlice(dataset, lines.ToImmutable(), [.. items.Values], received, unreadable);
    }
}
