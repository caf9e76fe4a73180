using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.Faults;

namespace Archera.SandboxTests.CloudWatch;

public sealed class MetricPagingTests
{
    private static readonly DateTimeOffset Ten = MetricLab.Noon.AddHours(-2);

    [Fact]
    public async Task Cuts_between_and_inside_metrics_and_goes_on_by_token()
    {
        await using var lab = await StartAsync();
        var request = Request("TimestampAscending");
        request["MaxDatapoints"] = 3;

        var pages = await lab.PagesAsync(request);

        pages.Select(page => string.Join(" | ", page.Rows)).ShouldBe(
        [
            "m1 Complete 10:00=1 10:01=2 | m2 PartialData 10:00=1",
            "m2 PartialData 10:01=2 10:02=3 10:03=4",
            "m2 Complete 10:04=5 | m3 Complete | m4 Complete 10:00=1 10:01=2",
            "m5 Complete",
        ]);
    }

    [Fact]
    public async Task Pages_from_the_newest_down_without_loss_while_time_goes_on()
    {
        await using var lab = await StartAsync();
        lab.Time.SetUtcNow(MetricLab.Noon);
        var request = Request("TimestampDescending");
        request["MaxDatapoints"] = 2;
        request["EndTime"] = MetricLab.Seconds(MetricLab.Noon.AddHours(3));

        var pages = new List<MetricAnswer>();
        do
        {
            pages.Add(await lab.DataAsync(request));
            lab.Time.Advance(TimeSpan.FromMinutes(1));
            request["NextToken"] = pages[^1].NextToken;
        }
        while (pages[^1].NextToken is not null);

        pages.SelectMany(page => page.Rows).ShouldBe(
        [
            "m1 Complete 10:01=2 10:00=1", "m2 PartialData 10:04=5 10:03=4", "m2 PartialData 10:02=3 10:01=2",
            "m2 Complete 10:00=1", "m3 Complete", "m4 PartialData 10:01=2", "m4 Complete 10:00=1", "m5 Complete",
        ]);
    }

    [Fact]
    public async Task Takes_a_token_for_the_same_request_only()
    {
        await using var lab = await StartAsync();
        var request = Request("TimestampAscending");
        request["MaxDatapoints"] = 3;
        var token = (await lab.DataAsync(request)).NextToken!;
        var other = (JsonObject)request.DeepClone();
        other["EndTime"] = MetricLab.Seconds(MetricLab.Noon.AddMinutes(-1));

        foreach (var (input, sent) in new[] { (other, token), (request, "x" + token[1..]), (request, "nonsense") })
        {
            input["NextToken"] = sent;
            var refused = await lab.CallAsync("GetMetricData", input);

            (refused.Status, refused.ErrorCode, refused.QueryError)
                .ShouldBe((400, "InvalidNextToken", "InvalidNextToken;Sender"));
        }
    }

    [Fact]
    public async Task Never_ends_while_the_fault_repeats_the_token()
    {
        await using var lab = await StartAsync();
        lab.Sandbox.Aws.Faults.Replace([new Fault(FaultKind.RepeatToken, 1)]);
        var request = Request("TimestampAscending");
        request["MaxDatapoints"] = 3;

        var first = await lab.DataAsync(request);
        request["NextToken"] = first.NextToken;
        var second = await lab.DataAsync(request);

        second.NextToken.ShouldBe(first.NextToken);
        second.Rows.ShouldBe(first.Rows);
    }

    [Fact]
    public async Task Has_no_more_on_a_page_than_the_service_cuts_whatever_was_asked()
    {
        await using var lab = await StartAsync(pointsPerPage: 4);

        var pages = await lab.PagesAsync(Request("TimestampAscending"));

        pages.Select(page => page.Rows.Sum(row => row.Count(letter => letter == '='))).ShouldBe([4, 4, 1]);
    }

    private static Task<MetricLab> StartAsync(int pointsPerPage = 100_800) => MetricLab.StartAsync(
        [
            new GivenSeries("Two", "Count", MetricLab.Counting(Ten, 2)),
            new GivenSeries("Five", "Count", MetricLab.Counting(Ten, 5)),
        ],
        options => options with { PointsPerPage = pointsPerPage });

    private static JsonObject Request(string order)
    {
        var request = MetricLab.Request(
            Ten, MetricLab.Noon,
            Of("m1", "Two"), Of("m2", "Five"), Of("m3", "None"), Of("m4", "Two"), Of("m5", "None"));
        request["ScanBy"] = order;
        return request;
    }

    private static JsonObject Of(string id, string name) => MetricLab.Query(id, name, period: 60);
}
