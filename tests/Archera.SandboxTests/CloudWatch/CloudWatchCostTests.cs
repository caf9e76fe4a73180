using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Faults;

namespace Archera.SandboxTests.CloudWatch;

/// <summary>What calls cost, which are throttled, and that none is in the event history.</summary>
public sealed class CloudWatchCostTests
{
    private static readonly string[] Statistics = ["Average", "Maximum", "Minimum", "Sum", "SampleCount", "p95"];

    [Theory]
    [InlineData(1, 1, 0.00001)]
    [InlineData(1, 5, 0.00001)]
    [InlineData(1, 6, 0.00002)]
    [InlineData(80, 6, 0.0016)]
    [InlineData(500, 1, 0.005)]
    public async Task Bills_metrics_with_up_to_five_statistics_each(int metrics, int statistics, double usd)
    {
        await using var lab = await MetricLab.StartAsync();

        await lab.DataAsync(Request(metrics, statistics));

        var billed = lab.Sandbox.Aws.Bill.Rows().ShouldHaveSingleItem();
        (billed.Account, billed.Requests, billed.Usd).ShouldBe((TinyWorld.Payer, 1, (decimal)usd));
    }

    [Fact]
    public async Task Bills_no_listing_and_no_refusal_and_writes_none_into_the_event_history()
    {
        await using var lab = await MetricLab.StartAsync();

        await lab.CallAsync("ListMetrics", []);
        await lab.CallAsync("GetMetricData", []);
        await lab.CallAsync("GetMetricData", Request(1, 1), keys: lab.Sandbox.VendorKeys);
        lab.Sandbox.Aws.Faults.Replace([new Fault(FaultKind.Throttle, 1)]);
        var throttled = await lab.CallAsync("GetMetricData", Request(1, 1));
        lab.Sandbox.Aws.Faults.Replace([new Fault(FaultKind.Error500, 1)]);
        var broken = await lab.CallAsync("GetMetricData", Request(1, 1));

        (throttled.Status, throttled.ErrorCode, throttled.QueryError)
            .ShouldBe((400, "ThrottlingException", "Throttling;Sender"));
        (broken.Status, broken.ErrorCode, broken.QueryError)
            .ShouldBe((500, "InternalServiceFault", "InternalServiceError;Receiver"));
        lab.Sandbox.Aws.Bill.Rows().ShouldBeEmpty();
        lab.Sandbox.Aws.Trail.Events(TinyWorld.Payer).ShouldBeEmpty();
        var row = lab.Sandbox.Aws.Calls.Rows().Single(
            row => row is { Account: TinyWorld.Payer, Operation: "GetMetricData" });
        (row.Service, row.Sent, row.Throttled, row.Failed).ShouldBe(("monitoring", 3, 1, 2));
    }

    [Theory]
    [InlineData("GetMetricData", 50)]
    [InlineData("ListMetrics", 25)]
    public async Task Grants_so_many_calls_a_second_in_each_region(string operation, int calls)
    {
        await using var lab = await MetricLab.StartAsync(
            configure: options => options with { EnforceQuotas = true });
        var input = operation == "ListMetrics" ? [] : Request(1, 1);

        for (var call = 0; call < calls; call++)
            (await lab.CallAsync(operation, input)).Status.ShouldBe(200);
        var throttled = await lab.CallAsync(operation, input);
        var elsewhere = await lab.CallAsync(operation, input, request => request.Region = "eu-west-1");
        lab.Time.Advance(TimeSpan.FromSeconds(1));
        var later = await lab.CallAsync(operation, input);

        throttled.ErrorCode.ShouldBe("ThrottlingException");
        (elsewhere.Status, later.Status).ShouldBe((200, 200));
    }

    [Fact]
    public async Task Grants_so_many_points_a_second_by_what_could_be_there()
    {
        await using var lab = await MetricLab.StartAsync(
            configure: options => options with { EnforceQuotas = true });
        var day = Request(200, 1);
        day["StartTime"] = MetricLab.Seconds(MetricLab.Noon.AddDays(-1)); // 288,000 points by the minute.

        var first = await lab.CallAsync("GetMetricData", day);
        var second = await lab.CallAsync("GetMetricData", day);
        var recent = await lab.CallAsync("GetMetricData", Request(200, 1));
        lab.Time.Advance(TimeSpan.FromSeconds(1));
        var third = await lab.CallAsync("GetMetricData", day);

        (first.Status, second.ErrorCode, recent.Status, third.Status)
            .ShouldBe((200, "ThrottlingException", 200, 200));
        lab.Sandbox.Aws.Calls.Rows().Single(row => row.Operation == "GetMetricData").Throttled.ShouldBe(1);
    }

    private static JsonObject Request(int metrics, int statistics) => MetricLab.Request(
        MetricLab.Noon.AddHours(-1),
        MetricLab.Noon,
        [
            .. from metric in Enumerable.Range(0, metrics)
               from statistic in Statistics.Take(statistics)
               select MetricLab.Query($"m{metric}_{statistic}", $"Load{metric}", statistic, period: 60),
        ]);
}
