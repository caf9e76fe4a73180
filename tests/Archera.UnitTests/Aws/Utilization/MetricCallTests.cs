using Archera.Aws.Datasets.Utilization;
using Archera.Contracts.Time;

namespace Archera.UnitTests.Aws.Utilization;

public sealed class MetricCallTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 42, 17, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void Asks_for_a_day_in_points_of_five_minutes_up_to_the_last_that_is_over()
    {
        var window = MetricWindow.Of(DatePeriod.OfDay(Today), Now);

        window.From.ShouldBe(MetricLab.Midnight);
        window.To.ShouldBe(MetricLab.Midnight.AddHours(10).AddMinutes(40));
        (window.PeriodSeconds, window.Points).ShouldBe((300, 128));
    }

    [Theory]
    [InlineData(-1, 300)]
    [InlineData(-62, 300)]
    [InlineData(-63, 3_600)]
    [InlineData(-400, 3_600)]
    public void Asks_for_the_finest_points_that_AWS_has_of_the_age(int days, int period)
    {
        var window = MetricWindow.Of(DatePeriod.OfDay(Today.AddDays(days)), Now);

        window.PeriodSeconds.ShouldBe(period);
        (window.To - window.From).ShouldBe(TimeSpan.FromDays(1));
    }

    [Fact]
    public void Asks_for_nothing_before_a_period_is_over()
    {
        var window = MetricWindow.Of(DatePeriod.OfDay(Today), MetricLab.Midnight.AddMinutes(4));

        window.IsEmpty.ShouldBeTrue();
        MetricCall.Plan(MetricLab.Many(3, MachineMetric.NetworkIn), window).ShouldBeEmpty();
    }

    [Fact]
    public void Takes_500_queries_at_most()
    {
        var hour = new MetricWindow(MetricLab.Midnight, MetricLab.Midnight.AddHours(1), 300);

        var calls = MetricCall.Plan(MetricLab.Many(1_001, MachineMetric.NetworkIn), hour).ToArray();

        calls.Select(call => call.Series.Length).ShouldBe([500, 500, 1]);
        calls.SelectMany(call => call.Series).Select(series => series.InstanceId)
            .ShouldBe(Enumerable.Range(0, 1_001).Select(at => $"i-{at}"));
    }

    [Fact]
    public void Takes_no_more_queries_than_can_be_answered_on_one_page()
    {
        var calls = MetricCall.Plan(MetricLab.Many(700, MachineMetric.NetworkIn), MetricLab.Day).ToArray();

        calls.Select(call => call.Series.Length).ShouldBe([350, 350]);
        calls.ShouldAllBe(call => call.Series.Length * call.Window.Points <= MetricCall.MaxPoints);
    }

    [Fact]
    public void Keeps_the_statistics_of_a_metric_in_one_call_and_pays_for_one()
    {
        var window = MetricLab.Day with { To = MetricLab.Midnight.AddHours(1) };

        var calls = MetricCall.Plan(
            [MetricLab.Series(MachineMetric.NetworkIn), .. MetricLab.Many(250, MachineMetric.CpuUtilization)], window)
            .ToArray();

        calls.Select(call => call.Queries().Count()).ShouldBe([499, 2]);
        calls.Select(call => call.PriceUsd).ShouldBe([0.0025m, 0.00001m]);
    }

    [Fact]
    public void Says_all_of_it_to_AWS()
    {
        var request = MetricLab.Call(MetricLab.Series(MachineMetric.CpuUtilization)).ToRequest("next");

        (request.StartTime, request.EndTime, request.NextToken, request.ScanBy.Value).ShouldBe(
            (MetricLab.Day.From.UtcDateTime, MetricLab.Day.To.UtcDateTime, "next", "TimestampAscending"));
        request.MetricDataQueries.Select(query => $"{query.Id} {query.MetricStat.Metric.Namespace}"
            + $" {query.MetricStat.Metric.MetricName} {query.MetricStat.Stat} {query.MetricStat.Period}"
            + $" {query.MetricStat.Metric.Dimensions.Single().Name}").ShouldBe(
        [
            "m0_0 AWS/EC2 CPUUtilization Average 300 InstanceId",
            "m0_1 AWS/EC2 CPUUtilization Maximum 300 InstanceId",
        ]);
    }
}
