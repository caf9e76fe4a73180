using Archera.Contracts.Refresh;
using Archera.Grains.Custody;
using Orleans.Streams;

namespace Archera.Grains.Refresh;

/// <summary>Publishes on the report grain's Orleans stream, sealed.</summary>
public sealed class StreamAggregatePublisher(
    [FromKeyedServices(UsageAggregate.StreamProvider)] IStreamProvider streams, IRecordKeys keys) : IAggregatePublisher
{
    public async Task PublishAsync(string reportKey, UsageAggregate part, CancellationToken cancellationToken) =>
        await streams
            .GetStream<UsageAggregate>(StreamId.Create(UsageAggregate.StreamNamespace, reportKey))
            .OnNextAsync(await SealedPart.SealAsync(keys, reportKey, part, cancellationToken));
}
