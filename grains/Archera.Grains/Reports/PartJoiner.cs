using Archera.Contracts.Refresh;
using Archera.Grains.Refresh;

namespace Archera.Grains.Reports;

/// <summary>
/// Joins the parts of aggregates. Parts of different stamps never meet: a newer stamp drops what waits of an older one.
/// What is dropped is not lost: unacknowledged, it is handed over directly.
/// </summary>
public sealed class PartJoiner(
    int maxPartitions = PartJoiner.MaxPartitions, long maxBytes = PartJoiner.MaxBytes)
{
    /// <summary>Two datasets' months: more can't be under way at once.</summary>
    public const int MaxPartitions = 64;

    /// <summary>What one grain may hold of unfinished aggregates.</summary>
    public const long MaxBytes = 16 * 1024 * 1024;

    /// <summary>40 MB of content: no day of any payer has that.</summary>
    public const int MaxParts = 1024;

    private readonly Dictionary<PartitionKey, Waiting> _waiting = [];
    private readonly List<PartitionKey> _oldestFirst = [];

    public long Bytes { get; private set; }

    /// <summary>
    /// The whole aggregate once its last part is there; null while it waits. <paramref name="dropped"/> names what
    /// was dropped.
    /// </summary>
    public UsageAggregate? Add(UsageAggregate part, out string? dropped)
    {
        dropped = null;
        if (part.Parts is < 1 or > MaxParts || part.Part < 1 || part.Part > part.Parts)
        {
            dropped = "malformed";
            return null;
        }

        if (_waiting.TryGetValue(part.Partition, out var known) && known.Stamp != part.Stamp)
        {
            dropped = "older-stamp";
            if (part.Stamp < known.Stamp)
                return null;
            Forget(part.Partition);
            known = null;
        }

        if (known is null)
        {
            known = new Waiting(part.Stamp, new UsageAggregate?[part.Parts]);
            _waiting[part.Partition] = known;
            _oldestFirst.Add(part.Partition);
        }

        if (!Fits(known, part))
        {
            dropped = "malformed";
            return null;
        }

        if (known.Parts[part.Part - 1] is not null)
        {
            dropped = "repeated";
            return null;
        }

        known.Parts[part.Part - 1] = part;
        Bytes += part.Content.Length;
        if (Array.TrueForAll(known.Parts, kept => kept is not null))
            return Join(part, known, ref dropped);
        while (_waiting.Count > maxPartitions || Bytes > maxBytes)
        {
            Forget(_oldestFirst[0]);
            dropped = "too-many-waiting";
        }

        return null;
    }

    /// <summary>Drops what waits of a partition up to the stamp: it is stored.</summary>
    public void Forget(PartitionKey partition, ReadStamp upTo)
    {
        if (_waiting.TryGetValue(partition, out var waiting) && waiting.Stamp <= upTo)
            Forget(partition);
    }

    private static bool Fits(Waiting waiting, UsageAggregate part) => waiting.Parts.Length == part.Parts
        && Array.TrueForAll(
            waiting.Parts, kept => kept is null || kept.ContentHash.AsSpan().SequenceEqual(part.ContentHash));

    private UsageAggregate? Join(UsageAggregate last, Waiting waiting, ref string? dropped)
    {
        Forget(last.Partition);
        var whole = last with
        {
            Part = 1,
            Parts = 1,
            Content = [.. waiting.Parts.SelectMany(part => part!.Content)],
        };
        if (AggregateParts.IsIntact(whole))
            return whole;
        dropped = "damaged";
        return null;
    }

    private void Forget(PartitionKey partition)
    {
        if (!_waiting.Remove(partition, out var waiting))
            return;
        _oldestFirst.Remove(partition);
        Bytes -= waiting.Parts.Sum(part => part?.Content.Length ?? 0);
    }

    private sealed record Waiting(ReadStamp Stamp, UsageAggregate?[] Parts);
}
