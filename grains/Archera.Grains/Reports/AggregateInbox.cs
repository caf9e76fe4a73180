using Archera.Contracts.Refresh;
using Archera.Grains.Custody;
using Archera.Grains.Refresh;
using Archera.Grains.Storage;
using Orleans.Storage;
using Orleans.Streams;

namespace Archera.Grains.Reports;

/// <summary>
/// Takes a report's aggregates: parts from its stream, and whole ones that are handed over directly. Whatever fails on
/// the stream is logged and handed over directly: a poisoned message must not stop the others.
/// </summary>
/// <param name="report">The key of the report grain.</param>
public sealed class AggregateInbox(
    string report, IAggregateStore store, IRecordKeys keys, RefreshInstruments instruments, ILogger logger)
    : IAsyncObserver<UsageAggregate>
{
    private readonly PartJoiner _joiner = new();

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
            store.Leave();
        }
        catch (Exception exception)
        {
            instruments.PartDropped("not-stored");
            ReportLog.NotStored(logger, exception, item.Partition, item.Stamp);
        }
    }

    public Task OnErrorAsync(Exception ex)
    {
        ReportLog.StreamFailed(logger, ex, report);
        return Task.CompletedTask;
    }

    /// <summary>Stores a whole aggregate that was handed over directly.</summary>
    /// <exception cref="ArgumentException">It is not this report's.</exception>
    /// <exception cref="InvalidDataException">Its content is not what was read.</exception>
    public async Task StoreAsync(UsageAggregate whole)
    {
        if (store.Misrouted(whole) is { } reason)
            throw new ArgumentException($"{whole.Partition} is not {report}'s to store: {reason}.");
        if (!AggregateParts.IsIntact(whole))
            throw new InvalidDataException($"{whole.Partition} {whole.Stamp} arrived damaged.");
        await MergeAsync(whole);
    }

    private async Task<ReadStamp> MergeAsync(UsageAggregate whole)
    {
        var stored = await store.MergeAsync(whole);
        _joiner.Forget(whole.Partition, stored);
        return stored;
    }

    private async ValueTask<UsageAggregate?> OpenAsync(UsageAggregate item)
    {
        try
        {
            return await SealedPart.OpenAsync(keys, report, item, CancellationToken.None);
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
        var reason = store.Misrouted(part);
        if (reason is null)
        {
            if (await store.StampOfAsync(part.Partition) is { } stored && part.Stamp <= stored)
            {
                _joiner.Forget(part.Partition, stored);
                await store.AcknowledgeAsync(part.Partition, stored);
                return;
            }

            if (_joiner.Add(part, out reason) is { } whole)
                await store.AcknowledgeAsync(whole.Partition, await MergeAsync(whole));
        }

        if (reason is null or "repeated")
            return;
        instruments.PartDropped(reason);
        ReportLog.PartDropped(logger, part.Partition, part.Stamp, reason);
    }
}
