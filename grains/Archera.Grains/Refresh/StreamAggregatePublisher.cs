using Archera.Contracts.Refresh;
using Orleans.Streams;

namespace Archera.Grains.Refresh;

/// <summary>Publishes on the report grain's Orleans stream.</summary>
public sealed class StreamAggregatePublisher(
    [FromKeyedServices(UsageAggregate.StreamProvider)] IStreamProvider streams) : IAggregatePublisher
{
    public Task PublishAsync(string reportKey, UsageAggregate part, CancellationToken cancellationToken) => streams
        .GetStream<UsageAggregate>(StreamId.Create(UsageAggregate.StreamNamespace, reportKey))
        .OnNextAsync(part);
}
