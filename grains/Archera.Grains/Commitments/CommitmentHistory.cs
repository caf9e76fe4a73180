using System.Security.Cryptography;
using Archera.Aws.Datasets.Commitments;
using Archera.Contracts.Refresh;
using Archera.Grains.Reports;
using Archera.Grains.Storage;

namespace Archera.Grains.Commitments;

/// <summary>What a whole aggregate makes of a day's record, and what the record was at an earlier moment.</summary>
public static class CommitmentHistory
{
    /// <remarks>A damaged record is replaced; what the day was before then is not known any more.</remarks>
    /// <returns>The same instance when nothing is to be stored.</returns>
    /// <exception cref="InvalidDataException">The content is not what was read, or of an unknown version.</exception>
    public static CommitmentDayRecord Add(
        CommitmentDayRecord record, UsageAggregate whole, DateTimeOffset now, RevisionRetention retention)
    {
        if (!record.Revisions.IsEmpty && whole.Stamp <= record.Stamp)
            return record;
        var last = record.IsDamaged ? AboveAll(now) : record.Revisions.Select(each => each.Number).FirstOrDefault();
        if (record.IsDamaged || record.Revisions is [var kept, ..] && !IsIntact(kept))
            record = new CommitmentDayRecord { ForgottenBefore = now };
        if (record.Revisions is [var same, ..]
            && same.SchemaVersion == whole.SchemaVersion
            && same.ContentHash.AsSpan().SequenceEqual(whole.ContentHash))
        {
            var reread = record.Revisions.SetItem(0, same with { ReadAt = whole.ReadAt });
            return Bound(record with { Stamp = whole.Stamp, Revisions = reread }, now, retention);
        }

        _ = CommitmentCodec.Decode(whole.Partition.Day, whole.SchemaVersion, whole.Content);
        var storedAt = record.Revisions is [var before, ..] && before.StoredAt > now ? before.StoredAt : now;
        var newest = new CommitmentRevision(
            last + 1, storedAt, whole.ReadAt, whole.SchemaVersion, whole.ContentHash, whole.Content);
        return Bound(
            record with { Stamp = whole.Stamp, Revisions = record.Revisions.Insert(0, newest) }, now, retention);
    }

    /// <summary>
    /// The revision that was shown before the moment; null moment: the newest. Null when there was none. What was read
    /// again only after the moment counts as read when it was stored.
    /// </summary>
    /// <exception cref="DamagedStateException">The stored record could not be read.</exception>
    /// <exception cref="ForgottenRevisionException">The record no longer knows.</exception>
    /// <exception cref="InvalidDataException">The record is damaged.</exception>
    public static CommitmentRevision? At(CommitmentDayRecord record, DateTimeOffset? before)
    {
        if (record.IsDamaged)
            throw new DamagedStateException("The stored day is damaged.");
        var shown = record.Revisions.FirstOrDefault(each => before is not { } moment || each.StoredAt < moment);
        if (shown is null)
            return record.ForgottenBefore is { } forgotten ? throw new ForgottenRevisionException(forgotten) : null;
        if (shown.SchemaVersion > CommitmentCodec.SchemaVersion)
        {
            throw new UnknownStateException(
                $"The stored day has schema version {shown.SchemaVersion}; this program knows up to "
                + $"{CommitmentCodec.SchemaVersion}. It was left as it is: upgrade the program, then ask again.");
        }

        if (!IsIntact(shown))
            throw new InvalidDataException("The stored content has not the hash that it was stored with.");
        return before is { } asOf && shown.ReadAt > asOf ? shown with { ReadAt = shown.StoredAt } : shown;
    }

    private static CommitmentDayRecord Bound(
        CommitmentDayRecord record, DateTimeOffset now, RevisionRetention retention)
    {
        var (kept, forgotten) = retention.Bound([.. record.Revisions.Select(each => each.StoredAt)], now);
        return forgotten is null ? record : record with
        {
            Revisions = record.Revisions[..kept],
            ForgottenBefore = forgotten,
        };
    }

    /// <summary>
    /// A damaged record does not tell how many revisions it had: fewer than minutes have passed since 1970.
    /// </summary>
    private static int AboveAll(DateTimeOffset now) => (int)(now.ToUnixTimeSeconds() / 60);

    private static bool IsIntact(CommitmentRevision revision) =>
        SHA256.HashData(revision.Content).AsSpan().SequenceEqual(revision.ContentHash);
}
