using Archera.Contracts.Refresh;

namespace Archera.Grains.Refresh;

/// <summary>Sends aggregates towards their report grain. It may lose, repeat, reorder or delay them.</summary>
public interface IAggregatePublisher
{
    Task PublishAsync(UsageAggregate part, CancellationToken cancellationToken);
}
