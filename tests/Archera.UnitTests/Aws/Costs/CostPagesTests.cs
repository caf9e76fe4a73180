using System.Collections.Immutable;
using Amazon.CostExplorer.Model;
using Archera.Aws.Costs;
using Archera.Aws.Datasets;
using Archera.Contracts.Time;
using CsCheck;

namespace Archera.UnitTests.Aws.Costs;

public sealed class CostPagesTests
{
    private static readonly DatePeriod TwoDays = new(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 3));

    private static readonly DateOnly Second = TwoDays.Start.AddDays(1);

    [Fact]
    public void However_days_are_split_over_pages_the_partitions_are_the_same() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 20], Gen.Int).Sample((rows, pageSize, seed) =>
        {
            (DateOnly Day, Group Group)[] cells = [.. TwoDays.Days().SelectMany(
                day => Enumerable.Range(0, rows).Select(n => (day, Group($"s{n}", "1", $"{n}.5"))))];
            new Random(seed).Shuffle(cells);

            var split = Merge([.. cells.Chunk(pageSize).Select(Page)]);
            var whole = Merge([Page(cells)]);

            split.Select(p => (p.Day, p.Rows, Convert.ToHexString(p.Content)))
                .ShouldBe(whole.Select(p => (p.Day, p.Rows, Convert.ToHexString(p.Content))));
        });

    [Fact]
    public void A_day_without_rows_is_a_partition_without_rows()
    {
        var empty = Result(TwoDays.Start);
        empty.Groups = null;

        var partitions = Merge([[empty, Result(TwoDays.Start.AddDays(1), Group("s", "1", "1"))]]);

        partitions.Select(p => (p.Day.Day, p.Rows)).ShouldBe([(1, 0), (2, 1)]);
    }

    [Fact]
    public void A_day_is_estimated_when_any_of_its_pages_says_so()
    {
        var partitions = Merge(
            [[Result(TwoDays.Start, estimated: true)], [Result(TwoDays.Start), Result(TwoDays.Start.AddDays(1))]]);

        partitions.Select(p => p.Estimated).ShouldBe([true, false]);
    }

    [Fact]
    public void A_day_that_did_not_come_is_no_empty_day() =>
        Unreadable([Result(TwoDays.Start)]).ShouldContain("2026-11-02 was asked for and did not come");

    [Fact]
    public void A_day_that_was_not_asked_for_ends_the_read() =>
        Unreadable([Result(new DateOnly(2026, 11, 3))]).ShouldContain("2026-11-03 came and was not asked for");

    [Fact]
    public void A_month_in_place_of_a_day_ends_the_read()
    {
        var month = Result(TwoDays.Start);
        month.TimePeriod.End = "2026-12-01";

        Unreadable([month]).ShouldContain("not of one day");
    }

    [Fact]
    public void The_same_row_twice_ends_the_read() =>
        Unreadable([Result(TwoDays.Start, Group("s", "1", "1")), Result(TwoDays.Start, Group("s", "1", "1"))])
            .ShouldContain("came twice");

    [Theory]
    [InlineData("NaN")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("1.00000000000000000000000000001")]
    public void An_amount_that_can_not_be_held_ends_the_read(string? amount) =>
        Unreadable([Result(TwoDays.Start, Group("s", "1", amount))])
            .ShouldContain("UnblendedCost of (s, 1) on 2026-11-01");

    [Fact]
    public void A_missing_metric_ends_the_read()
    {
        var group = Group("s", "1", "1");
        group.Metrics.Remove("NetAmortizedCost");

        Unreadable([Result(TwoDays.Start, group)]).ShouldContain("NetAmortizedCost of (s, 1) on 2026-11-01 is missing");
    }

    [Fact]
    public void Two_currencies_in_one_row_end_the_read()
    {
        var group = Group("s", "1", "1");
        group.Metrics["AmortizedCost"].Unit = "EUR";

        Unreadable([Result(TwoDays.Start, group)]).ShouldContain("another currency");
    }

    [Fact]
    public void One_key_in_place_of_two_ends_the_read()
    {
        var group = Group("s", "1", "1");
        group.Keys = ["s"];

        Unreadable([Result(TwoDays.Start, group)]).ShouldContain("two keys");
    }

    [Fact]
    public void A_day_that_does_not_say_whether_it_is_estimated_ends_the_read()
    {
        var result = Result(TwoDays.Start);
        result.Estimated = null;

        Unreadable([result]).ShouldContain("estimated");
    }

    [Fact]
    public void A_day_is_whole_once_a_later_one_has_begun()
    {
        var pages = new CostPages(TwoDays);

        pages.Add([Result(TwoDays.Start, Group("a", "1", "1"))]).ShouldBe(1);
        pages.TakeWhole().ShouldBeEmpty();
        pages.Add([Result(TwoDays.Start, Group("b", "1", "1")), Result(Second, Group("a", "1", "1"))]).ShouldBe(2);
        pages.TakeWhole().Select(day => (day.Day, day.Rows)).ShouldBe([(TwoDays.Start, 2)]);
        pages.Rows.ShouldBe(1);
        pages.Finish().Select(day => (day.Day, day.Rows)).ShouldBe([(Second, 1)]);
        pages.Rows.ShouldBe(0);
    }

    [Fact]
    public void A_day_that_goes_on_after_it_was_taken_for_whole_ends_the_read()
    {
        var pages = new CostPages(TwoDays);
        pages.Add([Result(TwoDays.Start), Result(Second)]);
        pages.TakeWhole();

        var refusal = Should.Throw<UnreadableAnswerException>(
            () => pages.Add([Result(TwoDays.Start, Group("a", "1", "1"))]));

        refusal.Message.ShouldBe("day 2026-11-01 went on after later days had come");
    }

    [Fact]
    public void A_day_that_is_left_out_is_not_whole()
    {
        var pages = new CostPages(new DatePeriod(TwoDays.Start, TwoDays.End.AddDays(1)));
        pages.Add([Result(TwoDays.Start), Result(TwoDays.End)]);

        Should.Throw<UnreadableAnswerException>(() => pages.TakeWhole())
            .Message.ShouldBe("day 2026-11-02 was asked for and did not come");
    }

    private static ResultByTime[] Page((DateOnly Day, Group Group)[] cells) =>
        [.. cells.GroupBy(cell => cell.Day, cell => cell.Group).Select(day => Result(day.Key, [.. day]))];

    private static string Unreadable(ResultByTime[] page) =>
        Should.Throw<UnreadableAnswerException>(() => Merge([page])).Message;

    private static ImmutableArray<DatasetPartition> Merge(ResultByTime[][] pages)
    {
        var merged = new CostPages(TwoDays);
        foreach (var page in pages)
            merged.Add(page);
        return merged.Finish();
    }

    private static ResultByTime Result(DateOnly day, params Group[] groups) => Result(day, false, groups);

    private static ResultByTime Result(DateOnly day, bool estimated, params Group[] groups) => new()
    {
        TimePeriod = new DateInterval { Start = $"{day:yyyy-MM-dd}", End = $"{day.AddDays(1):yyyy-MM-dd}" },
        Estimated = estimated,
        Groups = [.. groups],
    };

    private static Group Group(string key1, string key2, string? amount) => new()
    {
        Keys = [key1, key2],
        Metrics = CostPages.Metrics.ToDictionary(
            metric => metric, _ => new MetricValue { Amount = amount, Unit = "USD" }),
    };
}
