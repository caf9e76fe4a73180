using System.Collections.Immutable;
using Archera.Aws.Costs;
using Archera.Aws.Datasets;
using Archera.Contracts.Backfill;
using Archera.Contracts.Time;
using Archera.Grains.Refresh;

namespace Archera.Grains.Backfill;

/// <summary>
/// What is to be read of an account's past, and what that costs as far as it can be told before it is read. Pages can
/// only be counted by reading them: they are told from the rows a day and the rows a page of what was read before.
/// </summary>
public sealed record BackfillPlan(DatePeriod Days, ImmutableArray<BackfillPlan.Part> Parts)
{
    /// <summary>What is read of one dataset, in series of pages.</summary>
    public sealed record Part(IDataset Dataset, ImmutableArray<DatePeriod> Reads, int Pages)
    {
        public IDatasetHistory History => Dataset.History!;

        public int Days => Reads.Sum(read => read.DayCount);
    }

    public int Missing => Parts.Sum(part => part.Days);

    /// <summary>The days from the first that AWS answers for to the first that is read anyway.</summary>
    public static DatePeriod PeriodOf(DateOnly firstDay, DateOnly today) =>
        CostWindow.Oldest(today) is var oldest && oldest < firstDay
            ? new DatePeriod(oldest, firstDay)
            : new DatePeriod(firstDay, firstDay);

    /// <param name="days">What the back-fill is of.</param>
    /// <param name="seen">What the silo read of other accounts.</param>
    /// <param name="now">Days that wait for their next try then are left out; null: none are.</param>
    public static BackfillPlan Make(
        IEnumerable<IDataset> datasets,
        RefreshBook book,
        DatePeriod days,
        ReadSizes seen = default,
        DateTimeOffset? now = null)
    {
        var rowsPerPage = RowsPerPage(book.Sizes.Values, seen);
        return new BackfillPlan(
            days,
            [
                .. from dataset in datasets
                   where dataset.History is not null
                   let reads = Reads(dataset, book, days, now, isWhole: rowsPerPage is not null)
                   select new Part(
                       dataset,
                       reads,
                       Pages(reads, book.Sizes.GetValueOrDefault(dataset.Name), rowsPerPage)),
            ]);
    }

    public BackfillPrice Price(BackfillOptions options)
    {
        var checks = Parts.SelectMany(part => part.Reads).SelectMany(read => read.ByMonth())
            .Select(month => month.Month)
            .Distinct()
            .Count();
        var parts = Parts.Select(part => new BackfillPart(
            part.Dataset.Name,
            part.Days,
            Days.DayCount - part.Days,
            part.Pages,
            part.Pages * part.History.PagePriceUsd)).ToImmutableArray();
        var price = new BackfillPrice(Days, parts, checks, checks * CostTotals.PriceUsd, Minutes: 0);
        return price with { Minutes = MinutesOf(price, options) };
    }

    private static ImmutableArray<DatePeriod> Reads(
        IDataset dataset, RefreshBook book, DatePeriod days, DateTimeOffset? now, bool isWhole)
    {
        var stored = book.DaysOf(dataset.Name);
        var waiting = book.LateOf(dataset.Name).Where(late => late.Read.NextTryAt > now).ToArray();
        var runs = DatePeriod.Runs(days.Days().Where(
            day => !stored.ContainsKey(day) && !waiting.Any(late => late.Read.Days.Contains(day))));
        // The last page of a series is not full: the fewer series, the fewer pages. But while no page was ever full, a
        // month is known to fit on one, and what more would take is not.
        return isWhole ? [.. runs] : [.. runs.SelectMany(run => run.ByMonth()).Select(month => month.Days)];
    }

    /// <summary>
    /// The keys that datasets differ by are a small part of a row: all of them tell how many fit, and other accounts'
    /// too, while they have more pages to tell by.
    /// </summary>
    private static decimal? RowsPerPage(IEnumerable<ReadSizes> sizes, ReadSizes seen)
    {
        var (pages, rows) = sizes.Aggregate(
            (Pages: 0L, Rows: 0L), (sum, read) => (sum.Pages + read.FullPages, sum.Rows + read.FullRows));
        if (seen.FullPages > pages)
            (pages, rows) = (seen.FullPages, seen.FullRows);
        return pages > 0 && rows > 0 ? (decimal)rows / pages : null;
    }

    private static int Pages(ImmutableArray<DatePeriod> reads, ReadSizes sizes, decimal? rowsPerPage)
    {
        if (rowsPerPage is not { } fit || sizes.Days == 0)
            return reads.Sum(read => read.ByMonth().Count());
        var rowsPerDay = (decimal)sizes.Rows / sizes.Days;
        // Where in a page a series ends is chance: half a page, taken over many.
        var pages = reads.Sum(read => Math.Max(1, (read.DayCount * rowsPerDay / fit) + 0.5m));
        return (int)Math.Round(pages, MidpointRounding.AwayFromZero);
    }

    private static int MinutesOf(BackfillPrice price, BackfillOptions options)
    {
        var reading = (price.Calls + options.PagesPerMinute - 1) / options.PagesPerMinute;
        var waitingDays = Math.Max(0, (int)Math.Ceiling(price.CostUsd / options.UsdPerDay) - 1);
        return reading + (waitingDays * 24 * 60);
    }
}
