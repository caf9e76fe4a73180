using Archera.Aws.Costs;
using Archera.Aws.Datasets;
using Archera.Aws.Datasets.CostByRecordType;
using Archera.Aws.Datasets.CostByServiceAndAccount;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Archera.Grains.Backfill;
using Archera.Grains.Refresh;
using CsCheck;
using Microsoft.Extensions.Options;

namespace Archera.UnitTests.Backfill;

public sealed class BackfillPlanTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 6, 0, 0, TimeSpan.Zero);

    /// <summary>October 2025 to September 2026.</summary>
    private static readonly DatePeriod Year = new(new DateOnly(2025, 10, 1), new DateOnly(2026, 10, 1));

    private static readonly CostByServiceAndAccountDataset ByService = new(Options.Create(new CostReadOptions()));
    private static readonly CostByRecordTypeDataset ByRecordType = new(Options.Create(new CostReadOptions()));

    private static readonly Gen<DateOnly[]> Days = Gen.Int[0, 364].Array[0, 365]
        .Select(ages => ages.Select(Year.Start.AddDays).Where(Year.Contains).Distinct().ToArray());

    [Fact]
    public void Is_of_the_days_from_the_first_that_AWS_answers_for_to_the_first_that_is_read_anyway() =>
        BackfillPlan.PeriodOf(new DateOnly(2026, 10, 1), Today).ShouldBe(Year);

    [Fact]
    public void Is_of_no_day_for_an_account_that_is_read_as_far_back_anyway()
    {
        var days = BackfillPlan.PeriodOf(new DateOnly(2025, 9, 30), Today);

        days.IsEmpty.ShouldBeTrue();
        var price = BackfillPlan.Make([ByService], new RefreshBook(), days).Price(new BackfillOptions());
        (price.Calls, price.CostUsd, price.Minutes, price.Months).ShouldBe((0, 0m, 0, 0));
    }

    [Fact]
    public void Reads_every_day_that_is_not_kept_once_and_no_other() => Days.Sample(kept =>
    {
        var plan = BackfillPlan.Make([ByService], Kept(Measured(), kept), Year);

        var part = plan.Parts.ShouldHaveSingleItem();
        part.Reads.SelectMany(read => read.Days()).ShouldBe(Year.Days().Except(kept));
        var price = plan.Price(new BackfillOptions()).Parts.ShouldHaveSingleItem();
        (price.Days, price.KeptDays).ShouldBe((Year.DayCount - kept.Length, kept.Length));
        (price.Calls == 0).ShouldBe(kept.Length == Year.DayCount);
    });

    [Fact]
    public void Takes_the_pages_that_rows_a_day_and_rows_a_page_make_and_a_total_a_month()
    {
        var book = Measured(rowsPerDay: 300, rowsPerPage: 1_500);

        var price = BackfillPlan.Make([ByService], book, Year).Price(new BackfillOptions());

        // 365 days of 300 rows are 73 pages, and half of one more.
        price.Parts.ShouldHaveSingleItem().Calls.ShouldBe(74);
        (price.Checks, price.Calls, price.CostUsd, price.Months).ShouldBe((12, 86, 0.86m, 12));
        price.Minutes.ShouldBe(3);
    }

    [Fact]
    public void Reads_month_by_month_while_no_page_was_ever_full()
    {
        var book = new RefreshBook().Measured(ByService.Name, new PageSizes(31, 62, 1, 0, 0));

        var plan = BackfillPlan.Make([ByService], book, Year);

        plan.Parts.ShouldHaveSingleItem().Reads.ShouldBe(Year.ByMonth().Select(month => month.Days));
        plan.Price(new BackfillOptions()).Parts.ShouldHaveSingleItem().Calls.ShouldBe(12);
    }

    [Fact]
    public void Tells_how_many_rows_fit_from_what_other_datasets_took()
    {
        var book = Measured(rowsPerDay: 300, rowsPerPage: 1_500)
            .Measured(ByRecordType.Name, new PageSizes(60, 60 * 30, 2, 0, 0));

        var price = BackfillPlan.Make([ByRecordType], book, Year).Price(new BackfillOptions());

        price.Parts.ShouldHaveSingleItem().Calls.ShouldBe(8); // 365 days of 30 rows are 7.3 pages.
    }

    [Fact]
    public void Tells_how_many_rows_fit_from_other_accounts_while_they_took_more_pages()
    {
        var book = Measured(rowsPerDay: 300, rowsPerPage: 1_500); // Fifty full pages.

        Calls(new ReadSizes(60, 60_000, 51, 51 * 3_000)).ShouldBe(37);
        Calls(new ReadSizes(60, 60_000, 50, 50 * 3_000)).ShouldBe(74);

        int Calls(ReadSizes seen) => BackfillPlan.Make([ByService], book, Year, seen)
            .Price(new BackfillOptions()).Parts.ShouldHaveSingleItem().Calls;
    }

    [Fact]
    public void Says_how_long_it_waits_for_its_budget()
    {
        var plan = BackfillPlan.Make([ByService], Measured(rowsPerDay: 300, rowsPerPage: 15), Year);

        var price = plan.Price(new BackfillOptions { UsdPerDay = 30, PagesPerMinute = 100 });

        price.CostUsd.ShouldBe(73.13m); // Three days' budgets.
        price.Minutes.ShouldBe(74 + (2 * 24 * 60));
    }

    [Fact]
    public void Leaves_out_days_that_wait_for_their_next_try()
    {
        var late = new DatePeriod(Year.Start, Year.Start.AddDays(10));
        var book = Measured().Failed(ByService.Name, late, new LateReason("throttled", "It was throttled."), Now);

        BackfillPlan.Make([ByService], book, Year, now: Now).Missing.ShouldBe(Year.DayCount - 10);
        BackfillPlan.Make([ByService], book, Year, now: Now.AddHours(1)).Missing.ShouldBe(Year.DayCount);
        BackfillPlan.Make([ByService], book, Year).Missing.ShouldBe(Year.DayCount);
    }

    /// <summary>Page sizes as the simulated AWS draws them: between half a size and all of it.</summary>
    [Fact]
    public void Comes_within_five_percent_of_what_is_paid_once_enough_pages_were_read() =>
        Gen.Select(Gen.Int[200, 2_000], Gen.Int[500, 2_000], Gen.Int).Sample((rowsPerDay, pageSize, seed) =>
        {
            var random = new Random(seed);
            var book = new RefreshBook();
            for (var pages = 0; pages < 500;)
            {
                var read = Read(31, rowsPerDay, pageSize, random);
                book = book.Measured(ByService.Name, read);
                pages += (int)read.FullPages;
            }

            var planned = BackfillPlan.Make([ByService], book, Year).Price(new BackfillOptions());
            var paid = Read(Year.DayCount, rowsPerDay, pageSize, random).Pages + planned.Checks;

            // On top of chance: half a page at the end of the series.
            Math.Abs(paid - planned.Calls).ShouldBeLessThanOrEqualTo((planned.Calls / 20) + 3);
        });

    private static PageSizes Read(int days, int rowsPerDay, int pageSize, Random random)
    {
        var (rows, pages, full, fullRows) = (days * rowsPerDay, 0, 0, 0);
        for (var left = rows; left > 0;)
        {
            var fit = random.Next((pageSize + 1) / 2, pageSize + 1);
            pages++;
            if (left > fit)
                (full, fullRows) = (full + 1, fullRows + fit);
            left -= fit;
        }

        return new PageSizes(days, rows, pages, full, fullRows);
    }

    private static RefreshBook Measured(int rowsPerDay = 100, int rowsPerPage = 1_000) => new RefreshBook().Measured(
        ByService.Name, new PageSizes(60, 60 * rowsPerDay, 100, 50, 50 * rowsPerPage));

    private static RefreshBook Kept(RefreshBook book, DateOnly[] days) =>
        book.Stored(ByService.Name, days.ToDictionary(day => day, _ => new DayCheckpoint(Now, false)));
}
