using Archera.Aws.Datasets.Utilization;
using Archera.ClusterTests.Fixture;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Sandbox.Aws.Faults;
using Archera.Sandbox.Aws.Truth;

namespace Archera.ClusterTests.LinkedAccounts;

public sealed class UtilizationTests
{
    [Fact]
    public async Task Equals_what_was_measured_on_every_machine_and_day()
    {
        await using var fleet = await TestFleet.StartAsync();
        var (tenant, _) = await fleet.ConnectAsync(fleet.Payer(0), fleet.Members(0));

        var report = await fleet.UtilizationAsync(tenant, Past(fleet), has => has.Completeness.IsComplete);

        (report.Completeness.AccountsExpected, report.Completeness.DaysExpected)
            .ShouldBe((fleet.Members(0).Length, fleet.Members(0).Length * TestFleet.UtilizationDays));
        var read = Figures(report).ToDictionary(each => each.Key, each => each.Figures);
        var truth = fleet.Members(0).SelectMany(member => Truth(fleet, member)).ToDictionary();
        read.Keys.ShouldBe(truth.Keys, ignoreOrder: true);
        foreach (var (key, figures) in read)
        {
            (figures.Mean, figures.P95, figures.Maximum, figures.Points, figures.PeriodSeconds)
                .ShouldBe((truth[key].Mean, truth[key].P95, truth[key].Maximum, truth[key].Points, 300), $"{key}");
        }
    }

    [Theory]
    [InlineData(FaultKind.MetricForbidden, "access-denied")]
    [InlineData(FaultKind.MetricInternalError, "aws-error")]
    public async Task Of_metrics_that_AWS_refuses_is_late_and_never_an_empty_series(FaultKind kind, string reason)
    {
        await using var fleet = await TestFleet.StartAsync();
        fleet.Aws.Faults.Replace([new Fault(kind, 1)]);
        var (tenant, payer) = await fleet.ConnectAsync(fleet.Payer(0), fleet.Members(0));

        var report = await fleet.UtilizationAsync(tenant, Past(fleet), has =>
            has.Completeness.Late.Length == fleet.Members(0).Length
            && has.Completeness.Late.All(late => late.Reason == reason));

        report.Completeness.Late.Select(late => late.Account)
            .ShouldBe(fleet.Members(0).Select(member => new AccountKey(payer, member).ToString()), ignoreOrder: true);
        report.Completeness.IsComplete.ShouldBeFalse();
        var figures = report.Machines.SelectMany(machine => machine.Days).SelectMany(day => day.Metrics).ToArray();
        figures.ShouldContain(each => each.Standing != MetricFiguresStanding.Read);
        figures.ShouldAllBe(each => each.Standing == MetricFiguresStanding.Read == (each.Mean != null));
    }

    private static UtilizationQuery Past(TestFleet fleet) => new(
        new DatePeriod(fleet.Today.AddDays(-TestFleet.UtilizationDays), fleet.Today), [], [], [], []);

    private static IEnumerable<(string Key, MetricFigures Figures)> Figures(UtilizationReport report) =>
        from machine in report.Machines
        from day in machine.Days
        from figures in day.Metrics
        select ($"{machine.Account.Linked} {machine.InstanceId} {day.Day} {figures.Metric}", figures);

    private static IEnumerable<(string Key, UtilizationSummary Summary)> Truth(TestFleet fleet, AwsAccountId member) =>
        from machine in fleet.Aws.World.Machines.Between(
            member.Value, null, At(Past(fleet).Period.Start), At(fleet.Today))
        from day in Past(fleet).Period.Days()
        from metric in MetricDefinition.All
        let summary = Truth(fleet, member, machine.Region, machine.InstanceId, day, metric)
        where summary is not null
        select ($"{member} {machine.InstanceId} {day} {metric.Metric}", summary);

    private static UtilizationSummary? Truth(
        TestFleet fleet, AwsAccountId member, string region, string instance, DateOnly day, MetricDefinition metric)
    {
        var points = MetricTruth.Points(
            fleet.Aws.Metrics,
            member.Value,
            region,
            instance,
            metric.Name,
            At(day).ToUnixTimeSeconds(),
            At(day.AddDays(1)).ToUnixTimeSeconds(),
            period: 300);
        return points is null ? null : UtilizationSummary.Of(Of(metric.Main), Of(metric.Peak));

        MetricPoint[] Of(string statistic) => [.. points!.Select(point => new MetricPoint(point.At, statistic switch
        {
            "Average" => point.Sum / point.SampleCount,
            "Maximum" => point.Maximum,
            _ => point.Sum / 300,
        }))];
    }

    private static DateTimeOffset At(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
