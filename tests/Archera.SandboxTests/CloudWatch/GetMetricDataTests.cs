using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.CloudWatch;
using Archera.Sandbox.Aws.Faults;

namespace Archera.SandboxTests.CloudWatch;

public sealed class GetMetricDataTests
{
    private static readonly DateTimeOffset Noon = MetricLab.Noon;
    private static readonly DateTimeOffset Ten = Noon.AddHours(-2);

    [Theory]
    [InlineData("Average", "10:00=3 10:05=8")]
    [InlineData("Sum", "10:00=15 10:05=40")]
    [InlineData("Minimum", "10:00=1 10:05=6")]
    [InlineData("Maximum", "10:00=5 10:05=10")]
    [InlineData("SampleCount", "10:00=5 10:05=5")]
    [InlineData("p50", "10:00=3 10:05=8")]
    [InlineData("p90.5", "10:00=5 10:05=10")]
    [InlineData("p0", "10:00=1 10:05=6")]
    [InlineData("p100", "10:00=5 10:05=10")]
    public async Task Puts_measurements_into_periods(string stat, string points)
    {
        await using var lab = await MetricLab.StartAsync([Counted("Load", 10)]);

        var answer = await lab.DataAsync(MetricLab.Request(Ten, Noon, MetricLab.Query("m1", "Load", stat)));

        answer.Only.ShouldBe("m1 Complete " + points);
        answer.NextToken.ShouldBeNull();
    }

    [Fact]
    public async Task Counts_periods_from_the_start_that_was_asked_for()
    {
        await using var lab = await MetricLab.StartAsync([Counted("Load", 10)]);

        var answer = await lab.DataAsync(
            MetricLab.Request(Ten.AddMinutes(2), Ten.AddMinutes(8), MetricLab.Query("m1", "Load", "SampleCount")));

        answer.Only.ShouldBe("m1 Complete 10:02=5 10:07=1");
    }

    [Fact]
    public async Task Shows_the_newest_first_unless_asked_otherwise()
    {
        await using var lab = await MetricLab.StartAsync([Counted("Load", 10)]);
        var request = MetricLab.Request(Ten, Noon, MetricLab.Query("m1", "Load"));
        request.Remove("ScanBy");

        var answer = await lab.DataAsync(request);

        answer.Only.ShouldBe("m1 Complete 10:05=8 10:00=3");
    }

    [Fact]
    public async Task Calls_what_it_does_not_have_empty_and_complete()
    {
        await using var lab = await MetricLab.StartAsync([Counted("Load", 10)]);
        var other = MetricLab.Query("m2", "Load");
        other["MetricStat"]!["Unit"] = "Bytes";
        var quiet = MetricLab.Query("m3", "Load");
        quiet["ReturnData"] = false;

        var answer = await lab.DataAsync(
            MetricLab.Request(Ten, Noon, MetricLab.Query("m1", "Nothing"), other, quiet));

        answer.Rows.ShouldBe(["m1 Complete", "m2 Complete"]);
    }

    [Fact]
    public async Task Finds_a_metric_under_all_of_its_dimensions_only()
    {
        var key = new MetricKey("CWAgent", "mem", [new("InstanceId", "i-1"), new("ImageId", "ami-1")]);
        await using var lab =
            await MetricLab.StartAsync([new GivenSeries("mem", "Percent", MetricLab.Counting(Ten, 1)) { Key = key }]);
        var part = MetricLab.Query("part", "mem");
        part["MetricStat"]!["Metric"]!["Namespace"] = "CWAgent";
        var whole = (JsonObject)part.DeepClone();
        whole["Id"] = "whole";
        whole["MetricStat"]!["Metric"]!["Dimensions"]!.AsArray()
            .Add(new JsonObject { ["Name"] = "ImageId", ["Value"] = "ami-1" });

        var answer = await lab.DataAsync(MetricLab.Request(Ten, Noon, part, whole));

        answer.Rows.ShouldBe(["part Complete", "whole Complete 10:00=1"]);
    }

    [Theory]
    [InlineData(14, 60, true)]
    [InlineData(15, 60, false)]
    [InlineData(15, 300, true)]
    [InlineData(15, 420, false)]
    [InlineData(62, 300, true)]
    [InlineData(64, 300, false)]
    [InlineData(64, 3600, true)]
    [InlineData(454, 3600, true)]
    [InlineData(456, 3600, false)]
    [InlineData(0, 30, false)]
    public async Task Has_no_points_and_no_error_for_a_finer_period_than_it_keeps(int days, int period, bool any)
    {
        var then = Noon.AddDays(-days).AddHours(-1);
        await using var lab =
            await MetricLab.StartAsync([new GivenSeries("Load", "Percent", MetricLab.Counting(then, 1))]);

        var answer = await lab.DataAsync(
            MetricLab.Request(then, then.AddHours(1), MetricLab.Query("m1", "Load", period: period)));

        answer.Only.ShouldBe(any ? "m1 Complete 11:00=1" : "m1 Complete");
    }

    [Theory]
    [InlineData(1, "11:17")]
    [InlineData(20, "11:15")]
    [InlineData(70, "11:00")]
    public async Task Rounds_the_start_down_by_its_age(int days, string first)
    {
        var then = new DateTimeOffset(2026, 11, 25, 11, 17, 45, TimeSpan.Zero).AddDays(-days);
        await using var lab = await MetricLab.StartAsync(
            [new GivenSeries("Load", "Percent", MetricLab.Counting(then.AddSeconds(-45), 9))]);

        var answer = await lab.DataAsync(
            MetricLab.Request(then, then.AddMinutes(9), MetricLab.Query("m1", "Load", "SampleCount", 3_600)));

        answer.Only.ShouldBe($"m1 Complete {first}=9");
    }

    [Fact]
    public async Task Shows_of_an_open_period_what_is_over()
    {
        var series = new GivenSeries("Load", "Percent", MetricLab.Counting(Noon.AddMinutes(-10), 20))
        {
            ReportSeconds = 300,
        };
        await using var lab = await MetricLab.StartAsync([series]);
        var request = MetricLab.Request(
            Noon.AddHours(-1), Noon.AddHours(1), MetricLab.Query("m1", "Load", "SampleCount", 3_600));

        var atNoon = await lab.DataAsync(request);
        lab.Time.Advance(TimeSpan.FromMinutes(2));
        var later = await lab.DataAsync(request);

        atNoon.Only.ShouldBe("m1 Complete 11:00=6");
        later.Only.ShouldBe("m1 Complete 11:00=8");
    }

    [Fact]
    public async Task A_drawn_fault_says_Forbidden_or_InternalError_beside_good_metrics()
    {
        await using var lab = await MetricLab.StartAsync([Counted("Load", 5)]);
        var request = MetricLab.Request(
            Ten, Noon, MetricLab.Query("m1", "Load"), MetricLab.Query("m2", "Load"), MetricLab.Query("m3", "Load"));

        lab.Sandbox.Aws.Faults.Replace([new Fault(FaultKind.MetricForbidden, 1)]);
        var forbidden = await lab.DataAsync(request);
        lab.Sandbox.Aws.Faults.Replace([new Fault(FaultKind.MetricInternalError, 1)]);
        var broken = await lab.DataAsync(request);

        forbidden.Rows.ShouldBe(["m1 Forbidden", "m2 Complete 10:00=3", "m3 Forbidden"]);
        broken.Rows.ShouldBe(["m1 InternalError", "m2 Complete 10:00=3", "m3 InternalError"]);
    }

    [Fact]
    public async Task Forbids_the_metrics_of_another_account()
    {
        await using var lab = await MetricLab.StartAsync([Counted("Load", 5)]);
        var other = MetricLab.Query("m1", "Load");
        other["AccountId"] = TinyWorld.OtherPayer;
        var own = MetricLab.Query("m2", "Load");
        own["AccountId"] = TinyWorld.Payer;

        var answer = await lab.DataAsync(MetricLab.Request(Ten, Noon, other, own));

        answer.Rows.ShouldBe(["m1 Forbidden", "m2 Complete 10:00=3"]);
    }

    [Fact]
    public async Task Follows_the_billing_clock_not_the_real_one()
    {
        await using var lab = await MetricLab.StartAsync(
            [new GivenSeries("Load", "Percent", MetricLab.Counting(Ten.AddDays(40), 5))]);
        var request = MetricLab.Request(
            Ten.AddDays(40), Noon.AddDays(40), MetricLab.Query("m1", "Load", period: 60));

        var before = await lab.DataAsync(request);
        lab.Sandbox.Aws.Clock.MoveTo(DateOnly.FromDateTime(Noon.AddDays(40).UtcDateTime));
        var on = await lab.DataAsync(request);
        lab.Sandbox.Aws.Clock.MoveTo(DateOnly.FromDateTime(Noon.AddDays(60).UtcDateTime));
        var after = await lab.DataAsync(request);

        before.Only.ShouldBe("m1 Complete");
        on.Only.ShouldBe("m1 Complete 10:00=1 10:01=2 10:02=3 10:03=4 10:04=5");
        after.Only.ShouldBe("m1 Complete");
    }

    private static GivenSeries Counted(string name, int count) =>
        new(name, "Percent", MetricLab.Counting(Ten, count));
}
