using System.Collections.Immutable;
using Archera.Aws.Costs;
using Archera.Contracts.Identity;
using Archera.Contracts.Reconciliation;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Archera.Grains.Reconciliation;
using Archera.Grains.Refresh;
using CsCheck;

namespace Archera.UnitTests.Grains;

public sealed class MonthReconciliationTests
{
    private static readonly DatasetName ByService = DatasetName.Parse("CostByServiceAndAccount");
    private static readonly DatasetName ByRegion = DatasetName.Parse("CostByRegion");
    private static readonly DateOnly Day = new(2026, 3, 4);
    private static readonly DateTimeOffset Now = new(2026, 3, 6, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Figures_that_are_the_same_are_equal_over_all_compared_days()
    {
        var check = MonthReconciliation.Compare(
            [Total(Day, 1.5m), Total(Day.AddDays(1), 2.25m)],
            [Ours(Day, 3, 1.5m), Ours(Day.AddDays(1), 3, 2.25m), Ours(Day.AddDays(2), 3, 99)],
            null,
            Now);

        check.Sums.Length.ShouldBe(4);
        check.Sums.ShouldAllBe(sum => sum.Aws == 3.75m && sum.Ours == 3.75m && sum.Days == 2 && sum.Currency == "USD"
            && sum.Verdict == ReconciliationVerdict.Equal);
        check.Differences.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0.0000000003", ReconciliationVerdict.Rounding)]
    [InlineData("-0.0000000003", ReconciliationVerdict.Rounding)]
    [InlineData("0.00000000031", ReconciliationVerdict.Differs)]
    [InlineData("-0.00000000031", ReconciliationVerdict.Differs)]
    [InlineData("0", ReconciliationVerdict.Equal)]
    public void A_row_may_be_off_by_a_ten_billionth(string difference, ReconciliationVerdict verdict)
    {
        var aws = 5 + decimal.Parse(difference, System.Globalization.CultureInfo.InvariantCulture);

        var check = MonthReconciliation.Compare([Total(Day, aws)], [Ours(Day, 3, 5)], null, Now);

        check.Sums.ShouldAllBe(sum => sum.Verdict == verdict);
        check.Differences.IsEmpty.ShouldBe(verdict != ReconciliationVerdict.Differs);
    }

    [Fact]
    public void Days_that_differ_both_ways_do_not_make_up_for_each_other()
    {
        var check = MonthReconciliation.Compare(
            [Total(Day, 4), Total(Day.AddDays(1), 6)], [Ours(Day, 1, 5), Ours(Day.AddDays(1), 1, 5)], null, Now);

        check.Sums.ShouldAllBe(sum => sum.Aws == sum.Ours && sum.Verdict == ReconciliationVerdict.Differs);
        check.Differences.Select(each => each.Day).Distinct().ShouldBe([Day, Day.AddDays(1)]);
    }

    [Fact]
    public void A_day_without_rows_that_AWS_has_a_total_of_differs()
    {
        var check = MonthReconciliation.Compare([Total(Day, 0.0000000001m)], [Ours(Day, 0)], null, Now);

        check.Differences.ShouldAllBe(each => each.Ours == 0 && each.Aws == 0.0000000001m);
        check.Differences.ShouldNotBeEmpty();
    }

    [Fact]
    public void Currencies_are_never_added_up_and_AWSs_for_nothing_says_nothing()
    {
        var euros = new CostDaySums(ByService, Day, 1, [new CurrencySums("EUR", [3, 3, 3, 3])]);

        MonthReconciliation.Compare([Total(Day, 3, "EUR"), Total(Day.AddDays(1), 0)], [euros], null, Now)
            .Sums.ShouldAllBe(sum => sum.Currency == "EUR" && sum.Verdict == ReconciliationVerdict.Equal);
        MonthReconciliation.Compare([Total(Day, 3)], [euros], null, Now)
            .Sums.Select(sum => (sum.Currency, sum.Aws, sum.Ours)).Distinct()
            .ShouldBe([("EUR", 0m, 3m), ("USD", 3m, 0m)], ignoreOrder: true);
    }

    [Fact]
    public void Only_the_dataset_that_differs_is_read_again_and_only_once_for_the_same_difference()
    {
        CostDayTotal[] aws = [Total(Day, 5)];
        CostDaySums[] ours = [Ours(Day, 1, 5), Ours(Day, 1, 4, ByRegion)];

        var first = MonthReconciliation.Compare(aws, ours, null, Now);
        var second = MonthReconciliation.Compare(aws, ours, first, Now.AddHours(12));
        var third = MonthReconciliation.Compare([Total(Day, 6)], ours, second, Now.AddHours(24));

        var again = MonthReconciliation.Doubtful(first, null);
        again.Select(days => days.Key).ShouldBe([ByRegion]);
        again[ByRegion].ShouldBe([Day]);
        MonthReconciliation.Doubtful(second, first).ShouldBeEmpty();
        second.Differences.ShouldAllBe(each => each.Since == Now);
        MonthReconciliation.Doubtful(third, second).Select(days => days.Key)
            .ShouldBe([ByService, ByRegion], ignoreOrder: true);
    }

    [Fact]
    public void Whatever_differs_by_more_than_its_rows_rounding_is_found()
    {
        var amount = Gen.Int[-100_000, 100_000].Select(units => units / 1_000m);
        Gen.Select(amount.Array[1, 20], Gen.Int[0, 19], Gen.Int[1, 1_000_000], Gen.Bool).Sample((days, at, off, more) =>
        {
            var place = at % days.Length;
            var shift = (more ? 1 : -1) * (0.0000000001m + (off * 0.00000000001m));
            var aws = days.Select((each, i) => Total(Day.AddDays(i), i == place ? each + shift : each));
            var ours = days.Select((each, i) => Ours(Day.AddDays(i), 1, each));

            var check = MonthReconciliation.Compare(aws, ours, null, Now);

            check.Differences.Select(each => each.Day).Distinct().ShouldBe([Day.AddDays(place)]);
            check.Differences.ShouldAllBe(each => each.Aws - each.Ours == shift);
            check.Sums.ShouldAllBe(sum => sum.Aws - sum.Ours == shift);
        });
    }

    [Fact]
    public void A_month_is_due_once_a_day_of_it_was_read_after_it_was_compared_and_not_before_AWSs_history()
    {
        var old = new DateOnly(2025, 1, 31);
        var book = new RefreshBook()
            .Stored(ByService, Read((old, 0), (Day.AddDays(-5), 0), (Day, 0)))
            .Stored(ByRegion, Read((Day.AddDays(1), 1)));

        Due(book).ShouldBe([
            new MonthToCheck(new YearMonth(2026, 2), DatePeriod.OfDay(Day.AddDays(-5))),
            new MonthToCheck(new YearMonth(2026, 3), new DatePeriod(Day, Day.AddDays(2))),
        ]);
        var checkedBook = book.Checked(new YearMonth(2026, 2), At(0)).Checked(new YearMonth(2026, 3), At(1));
        Due(checkedBook).ShouldBeEmpty();
        Due(checkedBook.Stored(ByService, Read((Day, 2)))).ShouldHaveSingleItem()
            .Month.ShouldBe(new YearMonth(2026, 3));
    }

    [Fact]
    public void Only_so_many_months_are_kept()
    {
        var book = Enumerable.Range(0, RefreshBook.MaxChecks + 5).Aggregate(
            new RefreshBook(), (next, i) => next.Checked(YearMonth.Of(new DateOnly(2020, 1, 1).AddMonths(i)), At(0)));

        book.Checks.Count.ShouldBe(RefreshBook.MaxChecks);
        book.Checks.Keys.ShouldNotContain(new YearMonth(2020, 5));
    }

    private static IReadOnlyList<MonthToCheck> Due(RefreshBook book) =>
        MonthToCheck.Due(book, [ByService, ByRegion], new DateOnly(2026, 3, 6));

    private static Dictionary<DateOnly, DayCheckpoint> Read(params (DateOnly Day, int Hours)[] days) =>
        days.ToDictionary(day => day.Day, day => new DayCheckpoint(Now.AddHours(day.Hours), Estimated: true));

    private static MonthCheck At(int hours) => new(Now.AddHours(hours), [], []);

    private static CostDayTotal Total(DateOnly day, decimal amount, string currency = "USD") =>
        new(day, currency, [amount, amount, amount, amount]);

    private static CostDaySums Ours(DateOnly day, int rows, decimal? amount = null, DatasetName? dataset = null) => new(
        dataset ?? ByService,
        day,
        rows,
        amount is { } sum ? [new CurrencySums("USD", [sum, sum, sum, sum])] : ImmutableArray<CurrencySums>.Empty);
}
