using System.Collections.Immutable;
using Archera.Aws.Datasets;
using Archera.Contracts.Accounts;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;

namespace Archera.Grains.Refresh;

/// <summary>
/// How far an account has come with one dataset: what is stored, late, not read yet, or read too long ago.
/// </summary>
public sealed record DatasetProgress(
    IDataset Dataset, RefreshBook Book, DateOnly FirstDay, DateTimeOffset ConnectedAt, DateTimeOffset Now)
{
    private DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    private ImmutableSortedDictionary<DateOnly, DayCheckpoint> Stored => Book.DaysOf(Dataset.Name);

    private IEnumerable<LateRead> LateReads => Book.LateOf(Dataset.Name).Select(late => late.Read);

    public DatasetStatus Status()
    {
        var reads = ReadTimes().ToArray();
        var asOf = reads.Min(); // Null when nothing of it was read.
        return new DatasetStatus(Dataset.Name, asOf, NextRunAt(reads), LateCount());
    }

    /// <summary>What is known of the days: failures, days not read yet, and days that are overdue.</summary>
    public ReadStatus Read(DatePeriod days)
    {
        var expected = days.Intersect(new DatePeriod(FirstDay, Today));
        var failed = LateReads.Where(late => late.Days.Overlaps(days)).ToArray();
        var pending = expected.Days().Where(day => !Stored.ContainsKey(day) && !IsLate(day));
        var overdue = ReRead().Where(day => expected.Contains(day) && IsOverdue(day)).Order();
        return new ReadStatus(
            FirstDay,
            [.. failed, .. LateDays.Runs(pending).Select(Pending), .. LateDays.Runs(overdue).Select(Overdue)]);
    }

    /// <summary>The days that the dataset reads again on its own: those that are due once all reads are old.</summary>
    private IEnumerable<DateOnly> ReRead()
    {
        var old = Stored.ToDictionary(day => day.Key, day => day.Value with { ReadAt = DateTimeOffset.MinValue });
        return Dataset
            .Plan(new DatasetPlanRequest(Now, FirstDay, old, Everything: false))
            .SelectMany(read => read.Days.Days());
    }

    /// <summary>When each partition that is still re-read was last read; null for one that never was.</summary>
    private IEnumerable<DateTimeOffset?> ReadTimes()
    {
        if (Dataset.Keeping == DatasetKeeping.WithAccount)
            return Stored.Values.Select(checkpoint => (DateTimeOffset?)checkpoint.ReadAt);
        return ReRead()
            .Where(day => !IsLate(day))
            .Select(day => Stored.TryGetValue(day, out var checkpoint) ? checkpoint.ReadAt : (DateTimeOffset?)null);
    }

    private DateTimeOffset NextRunAt(IEnumerable<DateTimeOffset?> reads)
    {
        var dueAt = reads
            .Select(read => read + Dataset.Freshness ?? Now)
            .Concat(LateReads.Select(late => late.NextTryAt ?? Now))
            .DefaultIfEmpty(Now)
            .Min();
        return dueAt > Now ? dueAt : Now;
    }

    private int LateCount() => Dataset.Keeping == DatasetKeeping.WithAccount
        ? Stored.IsEmpty || LateReads.Any() ? 1 : 0
        : LateReads.SelectMany(late => late.Days.Days())
            .Concat(new DatePeriod(FirstDay, Today).Days().Where(day => !Stored.ContainsKey(day)))
            .Distinct()
            .Count();

    private bool IsLate(DateOnly day) => LateReads.Any(late => late.Days.Contains(day));

    private bool IsOverdue(DateOnly day) => !IsLate(day)
        && Stored.TryGetValue(day, out var checkpoint)
        && checkpoint.ReadAt + (2 * Dataset.Freshness) < Now;

    private LateRead Pending(DatePeriod days)
    {
        var ended = new DateTimeOffset(days.Start.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        return new LateRead(
            days,
            ended > ConnectedAt ? ended : ConnectedAt,
            LateReason.Pending,
            "Not read yet: a refresh is running or due. Ask again in some minutes.",
            Now);
    }

    private LateRead Overdue(DatePeriod days)
    {
        var since = days.Days().Min(day => Stored[day].ReadAt) + Dataset.Freshness;
        return new LateRead(
            days, since, LateReason.Overdue, "The figures are there, but older than twice their freshness.", Now);
    }
}
