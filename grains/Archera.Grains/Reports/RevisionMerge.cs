using System.Security.Cryptography;
using Archera.Aws.Costs;
using Archera.Contracts.Refresh;
using Archera.Grains.Storage;

namespace Archera.Grains.Reports;

/// <summary>What a whole aggregate makes of a day's record, and what the record was at an earlier moment.</summary>
public static class RevisionMerge
{
    /// <remarks>A damaged record is replaced; what the day was before then is not known any more.</remarks>
    /// <exception cref="InvalidDataException">
    /// The content is not what was read, or of an unknown schema version.
    /// </exception>
    public static MergeResult Merge(
        DayRecord record, UsageAggregate whole, DateTimeOffset now, RevisionRetention retention)
    {
        if (record.Newest is { } current && whole.Stamp <= record.Stamp)
            return new MergeResult(MergeKind.Superseded, record, current.Rows);
        var last = record.IsDamaged ? AboveAll(now) : record.Newest?.Number ?? 0;
        if (record.IsDamaged || record.Newest is { } kept && !IsIntact(kept))
            record = new DayRecord { ForgottenBefore = now };
        if (record.Newest is { } same
            && same.Estimated == whole.Estimated
            && same.SchemaVersion == whole.SchemaVersion
            && same.ContentHash.AsSpan().SequenceEqual(whole.ContentHash))
        {
            var reread = record with { Stamp = whole.Stamp, Newest = same with { ReadAt = whole.ReadAt } };
            return new MergeResult(MergeKind.Unchanged, Bound(reread, now, retention), same.Rows);
        }

        var rows = CostTableCodec.Decode(whole.SchemaVersion, whole.Content);
        var newest = new StoredRevision(
            last + 1,
            record.Newest is { } before && before.StoredAt > now ? before.StoredAt : now,
            whole.ReadAt,
            whole.Estimated,
            whole.SchemaVersion,
            whole.ContentHash,
            whole.Content,
            rows.Count);
        var next = record with { Stamp = whole.Stamp, Newest = newest };
        if (record.Newest is { } replaced)
            next = next with { Older = record.Older.Insert(0, Demote(replaced, rows)) };
        return new MergeResult(MergeKind.Stored, Bound(next, now, retention), rows.Count);
    }

    /// <summary>
    /// The revision that was shown before the moment; null moment: the newest. Null when there was none.
    /// </summary>
    /// <exception cref="DamagedStateException">The stored record could not be read.</exception>
    /// <exception cref="ForgottenRevisionException">The record no longer knows.</exception>
    /// <exception cref="InvalidDataException">The record is damaged.</exception>
    public static RevisionAt? At(DayRecord record, DateTimeOffset? before)
    {
        if (record.IsDamaged)
            throw new DamagedStateException("The stored day is damaged.");
        if (record.Newest is not { } newest)
            return null;
        if (before is not { } moment || newest.StoredAt < moment)
        {
            var readAt = before is { } asOf && newest.ReadAt > asOf ? newest.StoredAt : newest.ReadAt;
            return new RevisionAt(newest.Number, readAt, newest.Estimated, newest.SchemaVersion, newest.ContentHash, 0);
        }

        for (var i = 0; i < record.Older.Length; i++)
        {
            var older = record.Older[i];
            if (older.StoredAt < moment)
            {
                var readAt = older.ReadAt > moment ? older.StoredAt : older.ReadAt;
                return new RevisionAt(
                    older.Number, readAt, older.Estimated, older.SchemaVersion, older.ContentHash, i + 1);
            }
        }

        return record.ForgottenBefore is { } forgotten ? throw new ForgottenRevisionException(forgotten) : null;
    }

    /// <summary>
    /// The content of a revision that <see cref="At"/> gave: the newest, or replayed backwards from it.
    /// </summary>
    /// <exception cref="InvalidDataException">The record is damaged.</exception>
    public static byte[] Content(DayRecord record, RevisionAt revision)
    {
        var newest = record.Newest!;
        if (newest.SchemaVersion > CostTableCodec.SchemaVersion)
        {
            throw new UnknownStateException(
                $"The stored day has schema version {newest.SchemaVersion}; this program knows up to "
                + $"{CostTableCodec.SchemaVersion}. It was left as it is: upgrade the program, then ask again.");
        }

        var content = newest.Content;
        if (revision.Back > 0)
        {
            var rows = CostTableCodec.Decode(newest.SchemaVersion, newest.Content);
            foreach (var older in record.Older.Take(revision.Back))
                rows = older.Delta.Apply(rows, older.SchemaVersion);
            content = CostTableCodec.Encode([.. rows]);
        }

        return SHA256.HashData(content).AsSpan().SequenceEqual(revision.ContentHash)
            ? content
            : throw new InvalidDataException("The stored content has not the hash that it was stored with.");
    }

    /// <summary>
    /// A damaged record does not tell how many revisions it had: fewer than minutes have passed since 1970. One number
    /// never stands for two contents.
    /// </summary>
    private static int AboveAll(DateTimeOffset now) => (int)(now.ToUnixTimeSeconds() / 60);

    private static DayRecord Bound(DayRecord record, DateTimeOffset now, RevisionRetention retention)
    {
        var (kept, forgotten) = retention.Bound(
            [record.Newest!.StoredAt, .. record.Older.Select(older => older.StoredAt)], now);
        return forgotten is null ? record : record with
        {
            Older = record.Older[..(kept - 1)],
            ForgottenBefore = forgotten,
        };
    }

    private static bool IsIntact(StoredRevision revision) =>
        SHA256.HashData(revision.Content).AsSpan().SequenceEqual(revision.ContentHash);

    private static OlderRevision Demote(StoredRevision replaced, IReadOnlyList<CostTableRow> newer) => new(
        replaced.Number,
        replaced.StoredAt,
        replaced.ReadAt,
        replaced.Estimated,
        replaced.SchemaVersion,
        replaced.ContentHash,
        RowDelta.Between(newer, CostTableCodec.Decode(replaced.SchemaVersion, replaced.Content)));
}
