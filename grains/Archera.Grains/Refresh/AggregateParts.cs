using System.Collections.Immutable;
using System.Security.Cryptography;
using Archera.Contracts.Refresh;

namespace Archera.Grains.Refresh;

/// <summary>Cuts a whole aggregate into stream messages.</summary>
public static class AggregateParts
{
    /// <summary>40 KiB sealed: an Azure queue message holds 47 KB, the rest is for keys and the envelope.</summary>
    public const int MaxContentBytes = 40 * 1024 - SealedPart.OverheadBytes;

    /// <summary>An aggregate of one part: what a direct hand-over carries.</summary>
    public static UsageAggregate Whole(
        PartitionKey partition,
        ReadStamp stamp,
        DateTimeOffset readAt,
        bool estimated,
        int schemaVersion,
        byte[] content) =>
        new(partition, stamp, 1, 1, SHA256.HashData(content), schemaVersion, readAt, estimated, content);

    public static ImmutableArray<UsageAggregate> Split(UsageAggregate whole, int maxContentBytes = MaxContentBytes)
    {
        var parts = Math.Max(1, (whole.Content.Length + maxContentBytes - 1) / maxContentBytes);
        return parts == 1 ? [whole] : [.. Enumerable.Range(0, parts).Select(Part)];

        UsageAggregate Part(int index) => whole with
        {
            Part = index + 1,
            Parts = parts,
            Content = Slice(index * maxContentBytes),
        };

        byte[] Slice(int start) =>
            whole.Content.AsSpan(start, Math.Min(maxContentBytes, whole.Content.Length - start)).ToArray();
    }

    /// <summary>Whether the content is the one that was read.</summary>
    public static bool IsIntact(UsageAggregate whole) =>
        whole.ContentHash.AsSpan().SequenceEqual(SHA256.HashData(whole.Content));
}
