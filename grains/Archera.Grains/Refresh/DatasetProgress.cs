using System.Collections.Immutable;
using Archera.Aws.Datasets;
using Archera.Contracts.Accounts;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Archera.Grains.Reconciliation;

namespace Archera.Grains.Refresh;

/// <summary>
/// How far an account has come with one dataset: what is stored, late, not read yet, or read too long ago.
/// </summary>
public sealed record DatasetProgress(
    IDataset Dataset, RefreshBook Book, DateOnly FirstDay, DateTimeOffset ConnectedAt, DateTimeOffset Now)
{
    /// <summary>
    /// Why the account is not read for now: what is missing waits for somebody to act. Null: it is read.
    /// </summary>
    public LateReason? Pause { get; init; }

    private DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    private ImmutableSortedDictionary<DateOnly, DayCheckpoint> Stored => Book.DaysOf(Dataset.Name);

    private IEnumerable<LateRead> LateReads => Book.LateOf(Dataset.Name).Select(late => late.Read);

    public DatasetStatus Status() => new(Dataset.Name, AsOf(), NextRunAt(), LateCount());

    /// <summary>What is known of the days: failures, days not read yet, and days that are overdue.</summary>
    public ReadStatus Read(DatePeriod days, ConnectionMode mode)
    {
        var expected = days.Intersect(new DatePeriod(FirstDay, Today));
        if (Dataset is { Place: DatasetPlace.Payer, Dimensions.Count: > 0 } && mode != ConnectionMode.Payer)
            return new ReadStatus(FirstDay, NotReadAlone(expected), ReadStanding.Owned, mode);
        var failed = LateReads.Where(late => late.Days.Overlaps(days)).ToArray();
        var pending = expected.Days().Where(day => !IsRead(day) && !IsLate(day));
        var overdue = ReRead().Where(day => expected.Contains(day) && IsOverdue(day)).Order();
        return new ReadStatus(
            FirstDay,
            [
                .. failed,
                .. DatePeriod.Runs(pending).SelectMany(Pending),
                .. DatePeriod.Runs(overdue).Select(Overdue),
                .. Differing(expected),
            ],
            ReadStanding.Owned,
            mode);
    }

    /// <summary>Why a dataset's one content is not there, or older than it should be.</summary>
    public ImmutableArray<LateRead> ReadKept()
    {
        if (LateReads.ToImmutableArray() is { IsEmpty: false } failed)
            return failed;
        var today = DatePeriod.OfDay(Today);
        if (Stored.IsEmpty)
        {
            const string Detail = "Not read yet: a refresh is running or due. Ask again in some minutes.";
            return [Late(today, ConnectedAt, LateReason.Pending, Detail)];
        }

        var readAt = Stored.Values.Max(checkpoint => checkpoint.ReadAt);
        return readAt + (2 * Dataset.Freshness) < Now
            ? [Late(today, readAt + Dataset.Freshness, LateReason.Overdue, "It is older than twice its freshness.")]
            : [];
    }

    private IEnumerable<LateRead> Differing(DatePeriod expected) => Book.Checks.Values.SelectMany(check =>
        DifferenceWords.Of(
            check.Differences.Where(each => each.Dataset == Dataset.Name && expected.Contains(each.Day)),
            check.CheckedAt + Dataset.Freshness));

    private ImmutableArray<LateRead> NotReadAlone(DatePeriod expected) => expected.IsEmpty ? [] :
    [
        new LateRead(
            expected,
            ConnectedAt,
            LateReason.NeedsPayer,
            $"An account connected alone is not read for {Dataset.Name}: its rows do not tell whose they are. Connect "
            + "its payer, or group and filter otherwise.",
            null),
    ];

    /// <summary>The days that the dataset reads again on its own: those that are due once all reads are old.</summary>
    private IEnumerable<DateOnly> ReRead()
    {
        var old = Stored.ToDictionary(day => day.Key, day => day.Value with { ReadAt = DateTimeOffset.MinValue });
        return Dataset
            .Plan(new DatasetPlanRequest(Now, FirstDay, old, Everything: false))
            .SelectMany(read => read.Days.Days());
    }

    /// <summary>What can't be read again now keeps the time of its last read.</summary>
    private DateTimeOffset? AsOf()
    {
        var reRead = Dataset.Keeping == DatasetKeeping.WithAccount ? Stored.Keys : ReRead();
        var oldest = reRead.Min(ReadAt);
        return oldest ?? Stored.Keys.Max(ReadAt);
    }

    /// <summary>When the partition was last read; null for one that never was.</summary>
    private DateTimeOffset? ReadAt(DateOnly day) =>
        Stored.TryGetValue(day, out var checkpoint) ? checkpoint.ReadAt : null;

    private DateTimeOffset NextRunAt()
    {
        var waiting = Dataset.Keeping == DatasetKeeping.WithAccount
            ? Stored.Keys
            : ReRead().Where(day => !IsLate(day));
        var dueAt = waiting
            .Select(day => ReadAt(day) + Dataset.Freshness ?? Now)
            .Concat(LateReads.Select(late => late.NextTryAt ?? Now))
            .DefaultIfEmpty(Now)
            .Min();
        return dueAt > Now ? dueAt : Now;
    }

    private int LateCount() => Dataset.Keeping == DatasetKeeping.WithAccount
        ? Stored.IsEmpty || LateReads.Any() ? 1 : 0
        : LateReads.SelectMany(late => late.Days.Days())
            .Concat(new DatePeriod(FirstDay, Today).Days().Where(day => !IsRead(day)))
            .Distinct()
            .Count();

    /// <summary>A day that is read while it goes by is read to its end, or it is not.</summary>
    private bool IsRead(DateOnly day) => ReadAt(day) is { } readAt
        && (!Dataset.ReadsToday || readAt >= EndOf(day));

    private static DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);

    private bool IsLate(DateOnly day) => LateReads.Any(late => late.Days.Contains(day));

    private bool IsOverdue(DateOnly day) => !IsLate(day)
        && Stored.TryGetValue(day, out var checkpoint)
        && checkpoint.ReadAt + (2 * Dataset.Freshness) < Now;

    private IEnumerable<LateRead> Pending(DatePeriod days)
    {
        var backfilled = Book.Backfill is { } backfill ? days.Intersect(backfill.Days) : default;
        if (!backfilled.IsEmpty)
        {
            var awaited = Book.Backfill!.Awaited(backfilled);
            yield return Late(backfilled, awaited.Since, awaited.Reason, awaited.Detail, awaited.NextTryAt);
        }

        var others = backfilled.IsEmpty ? days : days with { Start = backfilled.End };
        if (others.IsEmpty)
            yield break;
        var ended = new DateTimeOffset(others.Start.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        var since = ended > ConnectedAt ? ended : ConnectedAt;
        yield return Late(
            others,
            since,
            LateReason.Pending,
            "Not read yet: a refresh is running or due. Ask again in some minutes.");
    }

    private LateRead Overdue(DatePeriod days)
    {
        var since = days.Days().Min(day => Stored[day].ReadAt) + Dataset.Freshness;
        return Late(
            days, since, LateReason.Overdue, "The figures are there, but older than twice their freshness.");
    }

    /// <summary>It is read as soon as can be.</summary>
    private LateRead Late(DatePeriod days, DateTimeOffset since, string reason, string detail) =>
        Late(days, since, reason, detail, since);

    private LateRead Late(
        DatePeriod days, DateTimeOffset since, string reason, string detail, DateTimeOffset? nextTryAt) =>
        Pause is { } pause
            ? new LateRead(days, since, pause.Reason, pause.Detail, null)
            : new LateRead(days, since, reason, detail, nextTryAt);
}
