using System.Collections.Immutable;
using Archera.Aws.Calls;
using Archera.Aws.Datasets;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;

namespace Archera.Grains.Refresh;

/// <summary>What a refresh reads: what every dataset asks for, without what waits for its next try.</summary>
public sealed record RefreshPlan(ImmutableArray<RefreshPlan.Step> Steps)
{
    public sealed record Step(IDataset Dataset, PlannedRead Read)
    {
        public int Partitions => Dataset.Keeping == DatasetKeeping.DailyReport ? Read.Days.DayCount : 1;

        /// <summary>The same days, each read alone.</summary>
        public IEnumerable<Step> ByDay() =>
            Read.Days.Days().Select(day => On(DatePeriod.OfDay(day)));

        /// <summary>The days after that one; null: there are none.</summary>
        public Step? After(DateOnly day) =>
            day.AddDays(1) < Read.Days.End ? On(new DatePeriod(day.AddDays(1), Read.Days.End)) : null;

        /// <summary>The days that the answer is about: of days too many for one read, the first.</summary>
        public Step Told(AwsAnswer<DatasetReading> answer) => answer switch
        {
            { Failure.Reason: FailureReasons.TooLarge } => On(DatePeriod.OfDay(Read.Days.Start)),
            { Value.Partitions: [.., var last] } => On(Read.Days with { End = last.Day.AddDays(1) }),
            _ => this,
        };

        public Step On(DatePeriod days) => this with { Read = Read with { Days = days } };
    }

    public int Partitions => Steps.Sum(step => step.Partitions);

    /// <param name="readSince">An interrupted refresh began then: what was read since is not read again.</param>
    public static RefreshPlan Make(
        IEnumerable<IDataset> datasets,
        RefreshBook book,
        DateTimeOffset now,
        DateOnly firstDay,
        bool everything,
        DateTimeOffset? readSince = null)
    {
        var steps =
            from dataset in datasets
            let days = book.DaysOf(dataset.Name)
            let late = book.LateOf(dataset.Name).SelectMany(late => late.Read.Days.Days()).ToImmutableHashSet()
            let first = dataset.FirstDayIn(firstDay)
            from read in dataset.Plan(new DatasetPlanRequest(now, first, days, everything) { Late = late })
            where !read.Days.IsEmpty
            where everything || !WaitsForNextTry(book, read, now)
            where readSince is not { } since || !read.Days.Days().All(day => IsReadSince(days, day, since))
            orderby dataset.Keeping descending, read.Days.Start, dataset.Name.Value
            select new Step(dataset, read);
        return new RefreshPlan([.. steps]);
    }

    private static bool WaitsForNextTry(RefreshBook book, PlannedRead read, DateTimeOffset now) =>
        book.LateOf(read.Dataset).Any(late => late.Read.Days.Overlaps(read.Days) && late.Read.NextTryAt > now);

    private static bool IsReadSince(
        ImmutableSortedDictionary<DateOnly, DayCheckpoint> days,
        DateOnly day,
        DateTimeOffset since) =>
        days.TryGetValue(day, out var checkpoint) && checkpoint.ReadAt >= since;
}
