using Archera.Aws.Costs;
using Archera.Aws.Datasets;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using CsCheck;

namespace Archera.UnitTests.Aws.Costs;

public sealed class CostWindowTests
{
    private static readonly DatasetName Name = DatasetName.Parse("CostByServiceAndAccount");
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 6, 0, 0, TimeSpan.Zero);

    private static readonly Gen<DatasetPlanRequest> Requests =
        from first in Gen.Int[0, 100]
        from ages in Gen.Int[0, 120].Array[0, 120]
        from hours in Gen.Int[0, 40]
        from everything in Gen.Bool
        select new DatasetPlanRequest(
            Now,
            Day(11, 25).AddDays(-first),
            ages.Distinct().ToDictionary(
                age => Day(11, 25).AddDays(-age), age => new DayCheckpoint(Now.AddHours(-hours), age % 3 == 0)),
            everything);

    [Fact]
    public void A_new_account_is_read_from_its_first_day_to_yesterday_month_by_month() =>
        Plan(Day(10, 1), []).ShouldBe(["2026-10-01..2026-11-01", "2026-11-01..2026-11-25"]);

    [Fact]
    public void Nothing_is_due_while_all_reads_are_fresh() =>
        Plan(Day(10, 1), Stored(Day(10, 1), Day(11, 24), hoursAgo: 11, estimated: true)).ShouldBeEmpty();

    [Fact]
    public void Ten_trailing_days_are_read_again_when_they_are_due() =>
        Plan(Day(10, 1), Stored(Day(10, 1), Day(11, 24), hoursAgo: 12, estimated: false))
            .ShouldBe(["2026-11-15..2026-11-25"]);

    [Fact]
    public void The_previous_month_is_read_again_while_any_of_its_days_is_estimated()
    {
        var days = Stored(Day(9, 1), Day(11, 24), hoursAgo: 24, estimated: false);
        days[Day(10, 7)] = days[Day(10, 7)] with { Estimated = true };

        Plan(Day(9, 1), days).ShouldBe(["2026-10-01..2026-11-01", "2026-11-15..2026-11-25"]);
    }

    [Fact]
    public void A_month_is_read_again_until_it_is_final_however_old_it_has_become()
    {
        var days = Stored(Day(8, 1), Day(11, 24), hoursAgo: 999, estimated: false);
        days[Day(8, 3)] = days[Day(8, 3)] with { Estimated = true };

        Plan(Day(8, 1), days).ShouldBe(["2026-08-01..2026-09-01", "2026-11-15..2026-11-25"]);
        Plan(Day(8, 1), days, everything: true)
            .ShouldBe(["2026-08-01..2026-09-01", "2026-10-01..2026-11-01", "2026-11-01..2026-11-25"]);
    }

    [Fact]
    public void A_month_that_AWS_does_not_answer_for_any_more_stays_estimated() =>
        Plan(new DateOnly(2025, 9, 1), Stored(new DateOnly(2025, 9, 1), new DateOnly(2025, 9, 30), 999, true)
            .Concat(Stored(new DateOnly(2025, 10, 1), Day(11, 24), hoursAgo: 1, estimated: true))
            .ToDictionary()).ShouldBeEmpty();

    [Fact]
    public void Everything_is_this_month_and_the_last_due_or_not() =>
        Plan(Day(8, 1), Stored(Day(8, 1), Day(11, 24), hoursAgo: 0, estimated: false), everything: true)
            .ShouldBe(["2026-10-01..2026-11-01", "2026-11-01..2026-11-25"]);

    [Fact]
    public void Everything_does_not_go_before_the_first_day() =>
        Plan(Day(11, 20), Stored(Day(11, 20), Day(11, 24), hoursAgo: 0, estimated: false), everything: true)
            .ShouldBe(["2026-11-20..2026-11-25"]);

    [Fact]
    public void A_missing_day_is_read_by_itself_whatever_its_age()
    {
        var days = Stored(Day(5, 1), Day(11, 24), hoursAgo: 1, estimated: false);
        days.Remove(Day(6, 30));
        days.Remove(Day(7, 1));

        Plan(Day(5, 1), days).ShouldBe(["2026-06-30..2026-07-01", "2026-07-01..2026-07-02"]);
    }

    [Fact]
    public void On_the_first_of_a_month_only_the_month_before_is_read() =>
        Plan(Day(10, 1), [], now: new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero))
            .ShouldBe(["2026-10-01..2026-11-01"]);

    [Fact]
    public void A_plan_holds_each_due_day_once_in_order_and_never_today_nor_two_months_in_one_read() =>
        Requests.Sample(request =>
        {
            var (firstDay, days) = (request.FirstDay, request.Days);

            var reads = CostWindow.Plan(Name, request, TimeSpan.FromHours(12), 10);

            var planned = reads.SelectMany(read => read.Days.Days()).ToList();
            planned.ShouldBe(planned.Distinct().Order());
            planned.ShouldAllBe(day => day >= firstDay && day < Day(11, 25));
            reads.ShouldAllBe(read => !read.Days.IsEmpty
                && YearMonth.Of(read.Days.Start) == YearMonth.Of(read.Days.End.AddDays(-1)));
            var missing = new DatePeriod(firstDay, Day(11, 25)).Days().Where(day => !days.ContainsKey(day));
            missing.Except(planned).ShouldBeEmpty();
        });

    private static DateOnly Day(int month, int day) => new(2026, month, day);

    private static Dictionary<DateOnly, DayCheckpoint> Stored(
        DateOnly first, DateOnly last, int hoursAgo, bool estimated) =>
        new DatePeriod(first, last.AddDays(1)).Days()
            .ToDictionary(day => day, _ => new DayCheckpoint(Now.AddHours(-hoursAgo), estimated));

    private static List<string> Plan(
        DateOnly firstDay,
        Dictionary<DateOnly, DayCheckpoint> days,
        bool everything = false,
        DateTimeOffset? now = null) =>
        [.. CostWindow.Plan(
                Name, new DatasetPlanRequest(now ?? Now, firstDay, days, everything), TimeSpan.FromHours(12), 10)
            .Select(read => read.Days.ToString())];
}
