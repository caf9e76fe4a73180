using Archera.Contracts.Refresh;

namespace Archera.Grains.Refresh;

/// <summary>The partitions of one read that wait for their report grain. Used on the account's turn only.</summary>
public sealed class AwaitedAcknowledgements
{
    private readonly Dictionary<PartitionKey, ReadStamp> _awaited = [];
    private TaskCompletionSource _all = Signal();

    /// <summary>Completes when nothing is awaited.</summary>
    public Task All => _awaited.Count == 0 ? Task.CompletedTask : _all.Task;

    public bool IsAwaited(PartitionKey partition) => _awaited.ContainsKey(partition);

    public void Await(PartitionKey partition, ReadStamp stamp)
    {
        if (_awaited.Count == 0)
            _all = Signal();
        _awaited[partition] = stamp;
    }

    /// <summary>
    /// The report grain holds this stamp or a newer one; an older one is the answer to an earlier read.
    /// </summary>
    public void Acknowledge(PartitionKey partition, ReadStamp stamp)
    {
        if (!_awaited.TryGetValue(partition, out var awaited) || stamp < awaited)
            return;
        _awaited.Remove(partition);
        if (_awaited.Count == 0)
            _all.TrySetResult();
    }

    /// <summary>Nothing of the read is awaited any more, whatever came of it.</summary>
    public void Clear()
    {
        _awaited.Clear();
        _all.TrySetResult();
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
