using System.Collections.Immutable;
using Archera.Aws.Datasets;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Archera.Grains.Backfill;
using Archera.Grains.Reconciliation;

namespace Archera.Grains.Refresh;

using Checkpoints = ImmutableSortedDictionary<DateOnly, DayCheckpoint>;

/// <summary>What an account has read, what is late, and its refreshes. Every method returns the next book.</summary>
[GenerateSerializer, Immutable, Alias("archera.state.RefreshBook")]
public sealed record RefreshBook
{
    public const int MaxOperations = 20;

    /// <summary>As many months as an account is read for at most; the oldest gives way.</summary>
    public const int MaxChecks = 40;

    [Id(0)]
    public ImmutableDictionary<DatasetName, Checkpoints> Days { get; init; } =
        ImmutableDictionary<DatasetName, Checkpoints>.Empty;

    [Id(1)]
    public ImmutableArray<DatasetLate> Late { get; init; } = [];

    [Id(2)]
    public ImmutableDictionary<DatasetName, KeptContent> Kept { get; init; } =
        ImmutableDictionary<DatasetName, KeptContent>.Empty;

    /// <summary>Newest last.</summary>
    [Id(3)]
    public ImmutableArray<OperationView> Operations { get; init; } = [];

    [Id(4)]
    public long LastNumber { get; init; }

    [Id(5)]
    public InFlightRefresh? InFlight { get; init; }

    /// <summary>The newest refresh's failure in words; null when all it asked for was read.</summary>
    [Id(6)]
    public string? LastError { get; init; }

    /// <summary>How months compared with AWS's own totals the last time.</summary>
    [Id(7)]
    public ImmutableDictionary<YearMonth, MonthCheck> Checks { get; init; } =
        ImmutableDictionary<YearMonth, MonthCheck>.Empty;

    /// <summary>What reads took, by dataset: a back-fill is planned with it.</summary>
    [Id(8)]
    public ImmutableDictionary<DatasetName, ReadSizes> Sizes { get; init; } =
        ImmutableDictionary<DatasetName, ReadSizes>.Empty;

    /// <summary>The back-fill, however it stands; null: nobody has asked for it.</summary>
    [Id(9)]
    public BackfillBook? Backfill { get; init; }

    /// <summary>The first day that should be there: the back-fill's, once it was asked for.</summary>
    public DateOnly ExpectedFrom(DateOnly firstDay) =>
        Backfill is { Days: { IsEmpty: false } days } && days.Start < firstDay ? days.Start : firstDay;

    /// <summary>The first day that refreshes read: the back-fill's days are its own until it has ended.</summary>
    public DateOnly ReadFrom(DateOnly firstDay) => Backfill is { IsDone: true } ? ExpectedFrom(firstDay) : firstDay;

    /// <summary>What the newest day that refreshes spent on has cost.</summary>
    [Id(10)]
    public DaySpending? Spending { get; init; }

    public decimal SpentOn(DateOnly day) => Spending is { } spending && spending.Day == day ? spending.Usd : 0;

    public Checkpoints DaysOf(DatasetName dataset) => Days.GetValueOrDefault(dataset, Checkpoints.Empty);

    /// <summary>
    /// Of a dataset that is observed: from the day of the last look, which is not read to its end, on; before the first
    /// look, from the day on that it was first tried.
    /// </summary>
    public DatePeriod UnseenDays(DatasetName dataset, DateOnly today)
    {
        var seen = DaysOf(dataset);
        var first = seen.IsEmpty
            ? LateOf(dataset).Select(late => late.Read.Days.Start).Append(today).Min()
            : seen.Keys.Max();
        return new DatePeriod(first, today.AddDays(1));
    }

    public IEnumerable<DatasetLate> LateOf(DatasetName dataset) => Late.Where(late => late.Dataset == dataset);

    /// <summary>Refreshes to come are numbered above that.</summary>
    public RefreshBook NumberedFrom(long number) => this with { LastNumber = Math.Max(LastNumber, number) };

    public RefreshBook Begin(InFlightRefresh refresh, OperationView operation) =>
        this with { InFlight = refresh, LastNumber = refresh.Number, Operations = Put(operation) };

    /// <summary>The back-fill begins, once.</summary>
    public RefreshBook Begin(BackfillBook backfill) =>
        this with { Backfill = backfill, LastNumber = backfill.Operation.Id.Number };

    /// <summary>Whether the operation's refresh has begun and not ended, nor the account changed hands since.</summary>
    public bool IsInFlight(OperationView operation) => InFlight?.Number == operation.Id.Number;

    /// <summary>The operation as it stands; one that has ended stays as it ended.</summary>
    public RefreshBook Progress(OperationView operation) =>
        IsInFlight(operation) ? this with { Operations = Put(operation) }
        : Backfill is { IsDone: false } backfill && backfill.Operation.Id == operation.Id
            ? this with { Backfill = backfill with { Operation = operation } }
            : this;

    /// <summary>The same; what it spent since it was last stored counts to the day.</summary>
    public RefreshBook Progress(OperationView operation, DateOnly today)
    {
        var known = Operations.FirstOrDefault(stored => stored.Id == operation.Id);
        var spent = IsInFlight(operation) ? operation.AwsCostUsd - (known?.AwsCostUsd ?? 0) : 0;
        return Progress(operation) with
        {
            Spending = spent == 0 ? Spending : new DaySpending(today, SpentOn(today) + spent),
        };
    }

    public RefreshBook End(OperationView operation, string? error) =>
        this with { InFlight = null, Operations = Put(operation), LastError = error };

    /// <summary>
    /// The operations that the tenant may see. One that does not say whose it is was stored before any did: it is the
    /// owner's, see <see cref="HandedOverBy"/>.
    /// </summary>
    public OperationView? OperationOf(TenantId tenant, OperationId operation) =>
        (Backfill is { } backfill ? Operations.Add(backfill.Operation) : Operations).FirstOrDefault(
            known => known.Id == operation && (known.Tenant ?? tenant) == tenant);

    /// <summary>
    /// The account changes hands: operations that don't say whose they are are the owner's before, and the one that is
    /// in flight ends, for nobody goes on with it, nor with a back-fill: the new owner has not asked for it.
    /// </summary>
    public RefreshBook HandedOverBy(TenantId owner, DateTimeOffset at) => this with
    {
        InFlight = null,
        Backfill = Backfill is { IsDone: true } ? Backfill : null,
        Operations =
        [
            .. Operations.Select(known => (IsInFlight(known) ? Ended(known, at) : known) with
            {
                Tenant = known.Tenant ?? owner,
            }),
        ],
    };

    /// <summary>The days are stored: their checkpoints move and nothing of them is late.</summary>
    public RefreshBook Stored(DatasetName dataset, IReadOnlyDictionary<DateOnly, DayCheckpoint> days) => this with
    {
        Days = Days.SetItem(dataset, DaysOf(dataset).SetItems(days)),
        Late =
        [
            .. Late.SelectMany(late =>
                late.Dataset == dataset ? LateDays.Without(late, days.ContainsKey) : [late]),
        ],
    };

    public RefreshBook Measured(DatasetName dataset, PageSizes read) => read == default
        ? this
        : this with { Sizes = Sizes.SetItem(dataset, Sizes.GetValueOrDefault(dataset).Add(read)) };

    /// <summary>
    /// The days are stored but for a part of them that could not be read: their checkpoints move, and they are late.
    /// </summary>
    public RefreshBook StoredInPart(
        DatasetName dataset,
        IReadOnlyDictionary<DateOnly, DayCheckpoint> days,
        LateReason reason,
        DateTimeOffset now) => DatePeriod.Runs(days.Keys.Order()).Aggregate(
            this with { Days = Days.SetItem(dataset, DaysOf(dataset).SetItems(days)) },
            (book, run) => book.Failed(dataset, run, reason, now));

    /// <summary>The account keeps the dataset's one content itself, and one checkpoint with it.</summary>
    public RefreshBook Keep(DatasetName dataset, DateOnly day, KeptContent content) => this with
    {
        Kept = Kept.SetItem(dataset, content),
        Days = Days.SetItem(dataset, Checkpoints.Empty.Add(day, new DayCheckpoint(content.ReadAt, false))),
        Late = Late.RemoveAll(late => late.Dataset == dataset),
    };

    /// <summary>
    /// The account keeps the newest look itself, and what it tells of the days is stored.
    /// </summary>
    public RefreshBook Observed(
        DatasetName dataset, KeptContent content, IReadOnlyDictionary<DateOnly, DayCheckpoint> days) =>
        Stored(dataset, days) with { Kept = Kept.SetItem(dataset, content) };

    /// <summary>
    /// The days could not be read. A day that was late before stays late since then. Where AWS was not even asked, that
    /// is no attempt: only attempts make the wait longer.
    /// </summary>
    /// <param name="isWhole">The dataset is one content, whatever day it is read on.</param>
    public RefreshBook Failed(
        DatasetName dataset, DatePeriod days, LateReason reason, DateTimeOffset now, bool isWhole = false)
    {
        var before = LateOf(dataset).Where(late => isWhole || late.Read.Days.Overlaps(days)).ToArray();
        var attempts = before.Select(late => late.Attempts).DefaultIfEmpty(0).Max();
        if (reason.RestFirst is null)
            attempts++;
        var wait = reason.RestFirst ?? reason.TryAfter;
        var nextTryAt = wait is null ? LateDays.NextTry(now, attempts) : now + wait.Value;
        var since = before.Select(late => late.Read.Since).Append(now).Min();
        var read = new LateRead(days, since, reason.Reason, reason.Detail, nextTryAt);
        return this with
        {
            Late =
            [
                .. Late.SelectMany(late => late.Dataset == dataset
                    ? LateDays.Without(late, day => isWhole || days.Contains(day))
                    : [late]),
                new DatasetLate(dataset, read, attempts),
            ],
        };
    }

    public RefreshBook Checked(YearMonth month, MonthCheck check) => this with
    {
        Checks = Checks.SetItem(month, check)
            .OrderByDescending(each => each.Key.Days.Start)
            .Take(MaxChecks)
            .ToImmutableDictionary(),
    };

    /// <summary>Stored days can't be shown any more: their checkpoints go, so that they are due.</summary>
    public RefreshBook Lost(DatasetName dataset, IEnumerable<DateOnly> days, DateTimeOffset now)
    {
        var stored = DaysOf(dataset);
        var lost = days.Where(stored.ContainsKey).ToImmutableSortedSet();
        if (lost.IsEmpty)
            return this;
        var late = DatePeriod.Runs(lost).Select(run => new DatasetLate(
            dataset,
            new LateRead(
                run, now, LateReason.Damaged, "The stored figures are damaged or gone; they are read again.", now),
            Attempts: 0));
        return this with
        {
            Days = Days.SetItem(dataset, stored.RemoveRange(lost)),
            Late =
            [
                .. Late.SelectMany(known =>
                    known.Dataset == dataset ? LateDays.Without(known, lost.Contains) : [known]),
                .. late,
            ],
        };
    }

    private static OperationView Ended(OperationView operation, DateTimeOffset at) =>
        operation with { State = OperationState.Failed, EndedAt = at };

    private ImmutableArray<OperationView> Put(OperationView operation)
    {
        var others = Operations.RemoveAll(known => known.Id == operation.Id);
        return [.. others.Skip(Math.Max(0, others.Length + 1 - MaxOperations)), operation];
    }
}
