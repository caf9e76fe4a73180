using Archera.Contracts.Refresh;

namespace Archera.Grains.Reports;

/// <summary>What an <see cref="AggregateInbox"/> asks of its report.</summary>
public interface IAggregateStore
{
    /// <summary>Why the part is not this report's; null when it is.</summary>
    string? Misrouted(UsageAggregate part);

    /// <summary>The stamp of what is stored of the partition; null when nothing is.</summary>
    Task<ReadStamp?> StampOfAsync(PartitionKey partition);

    /// <summary>Stores a whole aggregate, if it is newer than what is there.</summary>
    /// <returns>The stamp that is stored afterwards.</returns>
    Task<ReadStamp> MergeAsync(UsageAggregate whole);

    /// <summary>A hint without an answer: when it is lost, the direct hand-over takes its place.</summary>
    Task AcknowledgeAsync(PartitionKey partition, ReadStamp stamp);

    /// <summary>Another activation wrote the record: this one must go.</summary>
    void Leave();
}
