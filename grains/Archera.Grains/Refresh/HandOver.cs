using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;

namespace Archera.Grains.Refresh;

/// <summary>
/// Brings the partitions of one read to their report grains: on the stream first, and by one direct call each for what
/// is not acknowledged in time. It holds them in memory until then: AWS itself is the outbox.
/// </summary>
public sealed class HandOver(
    AccountKey account,
    IAggregatePublisher publisher,
    IGrainFactory grains,
    IOptions<RefreshOptions> options,
    TimeProvider time,
    ILogger<HandOver> logger)
{
    private readonly AwaitedAcknowledgements _awaited = new();

    public void Acknowledge(PartitionKey partition, ReadStamp stamp) => _awaited.Acknowledge(partition, stamp);

    /// <summary>Hands all of them over. The result is the days that could not be stored, and why.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, LateReason>> DeliverAsync(
        IReadOnlyList<UsageAggregate> aggregates, CancellationToken cancellationToken)
    {
        foreach (var aggregate in aggregates)
            _awaited.Await(aggregate.Partition, aggregate.Stamp);
        try
        {
            await PublishAllAsync(aggregates, cancellationToken);
            await WaitAsync(cancellationToken);
            return await StoreRestAsync(aggregates, cancellationToken);
        }
        finally
        {
            _awaited.Clear();
        }
    }

    /// <summary>
    /// A stream that did not take one is not asked to take the others: they are handed over directly.
    /// </summary>
    private async Task PublishAllAsync(IReadOnlyList<UsageAggregate> aggregates, CancellationToken cancellationToken)
    {
        foreach (var aggregate in aggregates)
        {
            if (!await PublishAsync(aggregate, cancellationToken))
                return;
        }
    }

    private async Task<bool> PublishAsync(UsageAggregate aggregate, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync().WaitAsync(options.Value.AcknowledgeWithin, time, cancellationToken);
            return true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            RefreshLog.NotPublished(logger, exception, aggregate.Partition);
            return false;
        }

        async Task SendAsync()
        {
            foreach (var part in AggregateParts.Split(aggregate, options.Value.PartBytes))
                await publisher.PublishAsync(part, cancellationToken);
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _awaited.All.WaitAsync(options.Value.AcknowledgeWithin, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            RefreshLog.NotAcknowledged(logger, account, options.Value.AcknowledgeWithin);
        }
    }

    private async Task<IReadOnlyDictionary<DateOnly, LateReason>> StoreRestAsync(
        IReadOnlyList<UsageAggregate> aggregates, CancellationToken cancellationToken)
    {
        var failed = ImmutableDictionary.CreateBuilder<DateOnly, LateReason>();
        foreach (var aggregate in aggregates)
        {
            if (_awaited.IsAwaited(aggregate.Partition) && await StoreAsync(aggregate, cancellationToken) is { } reason)
                failed.Add(aggregate.Partition.Day, reason);
        }

        return failed.ToImmutable();
    }

    private async Task<LateReason?> StoreAsync(UsageAggregate aggregate, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await ReportAddress.StoreAsync(grains, aggregate, cancellationToken);
                return null;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                RefreshLog.NotStored(logger, exception, aggregate.Partition, attempt + 1);
                if (attempt >= options.Value.HandOverRetries)
                {
                    return new LateReason(
                        LateReason.NotStored,
                        $"The day was read, but its report could not store it ({exception.GetType().Name}). "
                        + "It is read again; if that goes on, look at the storage.");
                }
            }

            await Task.Delay(options.Value.HandOverDelay * Math.Pow(2, attempt), time, cancellationToken);
        }
    }
}
