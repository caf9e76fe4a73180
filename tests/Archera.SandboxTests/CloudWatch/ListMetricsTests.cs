using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.CloudWatch;

namespace Archera.SandboxTests.CloudWatch;

public sealed class ListMetricsTests
{
    private static readonly DateTimeOffset Noon = MetricLab.Noon;

    [Theory]
    [InlineData("{}", "Cpu i-1,Cpu i-2,Disk i-1,mem i-1")]
    [InlineData("""{"Namespace":"CWAgent"}""", "mem i-1")]
    [InlineData("""{"MetricName":"Cpu"}""", "Cpu i-1,Cpu i-2")]
    [InlineData("""{"MetricName":"cpu"}""", "")]
    [InlineData("""{"Dimensions":[{"Name":"InstanceId","Value":"i-1"}]}""", "Cpu i-1,Disk i-1,mem i-1")]
    [InlineData("""{"Dimensions":[{"Name":"ImageId"}]}""", "mem i-1")]
    [InlineData("""{"Dimensions":[{"Name":"ImageId"},{"Name":"InstanceId","Value":"i-2"}]}""", "")]
    [InlineData("""{"OwningAccount":"111122223333"}""", "Cpu i-1,Cpu i-2,Disk i-1,mem i-1")]
    [InlineData("""{"OwningAccount":"444455556666"}""", "")]
    public async Task Lists_what_the_filters_let_through(string input, string metrics)
    {
        await using var lab = await MetricLab.StartAsync(
        [
            Metric("AWS/EC2", "Cpu", "i-1"), Metric("AWS/EC2", "Cpu", "i-2"), Metric("AWS/EC2", "Disk", "i-1"),
            Metric("CWAgent", "mem", "i-1", new MetricDimension("ImageId", "ami-1")),
        ]);

        var listed = await ListAsync(lab, input);

        string.Join(',', listed.Metrics).ShouldBe(metrics);
        listed.NextToken.ShouldBeNull();
    }

    [Theory]
    [InlineData(-14, "", false)]
    [InlineData(-16, "", true)]
    [InlineData(-20_159, "", true)]
    [InlineData(-20_160, "", false)]
    [InlineData(-179, "PT3H", true)]
    [InlineData(-181, "PT3H", false)]
    public async Task Lists_a_new_metric_later_and_a_silent_one_no_more(int minutes, string recently, bool isListed)
    {
        await using var lab = await MetricLab.StartAsync(
            [new GivenSeries("Cpu", "Percent", MetricLab.Counting(Noon.AddMinutes(minutes), 1))]);

        var listed = await ListAsync(lab, recently == "" ? "{}" : """{"RecentlyActive":"PT3H"}""");

        listed.Metrics.Count.ShouldBe(isListed ? 1 : 0);
    }

    [Fact]
    public async Task Puts_500_on_a_page()
    {
        await using var lab = await MetricLab.StartAsync(
            [.. Enumerable.Range(0, 1_001).Select(number => Metric("AWS/EC2", "Cpu", $"i-{number}"))]);

        var first = await ListAsync(lab, "{}");
        var second = await ListAsync(lab, $$"""{"NextToken":"{{first.NextToken}}"}""");
        var third = await ListAsync(lab, $$"""{"NextToken":"{{second.NextToken}}"}""");

        (first.Metrics.Count, second.Metrics.Count, third.Metrics.Count, third.NextToken)
            .ShouldBe((500, 500, 1, null));
        first.Metrics.Concat(second.Metrics).Concat(third.Metrics).ShouldBeUnique();
    }

    [Theory]
    [InlineData("""{"RecentlyActive":"PT1H"}""")]
    [InlineData("""{"NextToken":"nonsense"}""")]
    [InlineData("""{"Dimensions":[{"Value":"i-1"}]}""")]
    [InlineData("""{"Namespace":""}""")]
    public async Task Refuses_what_AWS_refuses(string input)
    {
        await using var lab = await MetricLab.StartAsync();

        var refused = await lab.CallAsync("ListMetrics", JsonNode.Parse(input)!.AsObject());

        (refused.Status, refused.ErrorCode, refused.QueryError)
            .ShouldBe((400, "InvalidParameterValueException", "InvalidParameterValue;Sender"), refused.Body);
    }

    private static GivenSeries Metric(string space, string name, string instance, params MetricDimension[] further) =>
        new(name, "Percent", MetricLab.Counting(Noon.AddHours(-1), 1))
        {
            Key = new MetricKey(space, name, [new("InstanceId", instance), .. further]),
        };

    private static async Task<(List<string> Metrics, string? NextToken)> ListAsync(MetricLab lab, string input)
    {
        var answer = await lab.CallAsync("ListMetrics", JsonNode.Parse(input)!.AsObject());
        answer.Status.ShouldBe(200, answer.Body);
        var metrics = answer.Json.GetProperty("Metrics").EnumerateArray().Select(metric =>
            metric.GetProperty("MetricName").GetString() + " "
            + metric.GetProperty("Dimensions").EnumerateArray()
                .Single(dimension => dimension.GetProperty("Name").GetString() == "InstanceId")
                .GetProperty("Value").GetString());
        return (
            [.. metrics],
            answer.Json.TryGetProperty("NextToken", out var token) ? token.GetString() : null);
    }
}
