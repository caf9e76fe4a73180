using Archera.Contracts.Refresh;
using Archera.Grains.Custody;
using Orleans.Streams;

namespace Archera.Grains.Refresh;

/// <summary>Publishes on the report grain's Orleans stream, sealed.</summary>
public sealed class StreamAggregatePublisher(
    [FromKeyedServices(UsageAggregate.StreamProvider)] IStreamProvider streams, IRecordKeys keys) : IAggregatePublisher
{
    public async Task PublishAsync(UsageAggregate part, CancellationToken cancellationToken)
    {
        var report = ReportAddress.Of(part.Partition);
        await streams
            .GetStream<UsageAggregate>(StreamId.Create(report.StreamNamespace, report.Key))
            .OnNextAsync(await SealedPart.SealAsync(keys, report.Key, part, cancellationToken));
    }
}
