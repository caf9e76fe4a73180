using System.Text.Json.Nodes;

namespace Archera.SandboxTests.CloudWatch;

public sealed class GetMetricDataRefusalTests
{
    private static readonly DateTimeOffset Noon = MetricLab.Noon;

    public static TheoryData<string, string> Wrong => new()
    {
        { """{"MetricDataQueries":[]}""", "The parameter MetricDataQueries is required." },
        { """{"StartTime":null}""", "The parameter StartTime is required." },
        { """{"EndTime":1764072000}""", "The parameter StartTime must be less than the parameter EndTime." },
        { """{"ScanBy":"Newest"}""", "The parameter ScanBy must be a value in the set" },
        { """{"MaxDatapoints":0}""", "must be between 1 and 100800" },
        { """{"MaxDatapoints":100801}""", "must be between 1 and 100800" },
        { """{"q":{"Id":"M1"}}""", "The value M1 for parameter MetricDataQueries.member.1.Id does not match" },
        { """{"q":{"Id":"1m"}}""", "does not match the required pattern" },
        { """{"q":{"Id":"m-1"}}""", "does not match the required pattern" },
        { """{"q":{"Id":null}}""", "The parameter MetricDataQueries.member.1.Id is required." },
        { """{"q":{"MetricStat":null}}""", "Exactly one of MetricDataQueries.member.1.MetricStat and" },
        { """{"q":{"Expression":"m2*2"}}""", "Exactly one of MetricDataQueries.member.1.MetricStat and" },
        { """{"s":{"Period":null}}""", "The parameter MetricDataQueries.member.1.MetricStat.Period is required." },
        { """{"s":{"Period":90}}""", "must be 1, 5, 10, 20, 30 or a multiple of 60." },
        { """{"s":{"Period":0}}""", "must be 1, 5, 10, 20, 30 or a multiple of 60." },
        {
            """{"s":{"Stat":"Mean"}}""",
            "The value Mean for parameter MetricDataQueries.member.1.MetricStat.Stat is not a valid statistic."
        },
        { """{"s":{"Stat":"p101"}}""", "is not a valid statistic." },
        { """{"s":{"Unit":"Furlongs"}}""", "MetricStat.Unit must be a value in the set" },
        { """{"s":{"Metric":null}}""", "The parameter MetricDataQueries.member.1.MetricStat.Metric is required." },
        {
            """{"m":{"Namespace":null}}""",
            "The parameter MetricDataQueries.member.1.MetricStat.Metric.Namespace is required."
        },
        { """{"m":{"MetricName":""}}""", "Metric.MetricName is required." },
        { """{"m":{"Dimensions":[{"Name":"A"}]}}""", "Metric.Dimensions.member.1.Value is required." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Names_what_is_wrong(string change, string words)
    {
        await using var lab = await MetricLab.StartAsync();
        var request = Changed(JsonNode.Parse(change)!.AsObject());

        var refused = await lab.CallAsync("GetMetricData", request);

        (refused.Status, refused.ErrorCode, refused.QueryError)
            .ShouldBe((400, "ValidationError", "ValidationError;Sender"), refused.Body);
        refused.ErrorMessage.ShouldContain(words);
    }

    [Fact]
    public async Task Names_everything_that_is_wrong_at_once()
    {
        await using var lab = await MetricLab.StartAsync();
        var request = MetricLab.Request(Noon, Noon, MetricLab.Query("m", "A"), MetricLab.Query("m", "B", "None"));

        var refused = await lab.CallAsync("GetMetricData", request);

        refused.ErrorMessage.Split('\n').ShouldBe(
        [
            "The value None for parameter MetricDataQueries.member.2.MetricStat.Stat is not a valid statistic.",
            "The values for parameter id in MetricDataQueries are not unique.",
            "The parameter StartTime must not equal parameter EndTime.",
        ]);
    }

    [Theory]
    [InlineData(500, 200)]
    [InlineData(501, 400)]
    public async Task Takes_500_queries_and_no_more(int count, int status)
    {
        await using var lab = await MetricLab.StartAsync();
        var queries = Enumerable.Range(0, count).Select(index => MetricLab.Query($"m{index}", "A"));

        var answer = await lab.CallAsync(
            "GetMetricData", MetricLab.Request(Noon.AddHours(-1), Noon, [.. queries]));

        answer.Status.ShouldBe(status, answer.Body);
    }

    [Theory]
    [InlineData("""{"q":{"MetricStat":null,"Expression":"SELECT AVG(x) FROM y"}}""", "metric math")]
    [InlineData("""{"s":{"Stat":"tm99"}}""", "the statistic tm99")]
    [InlineData("""{"q":{"Label":"${PROP('Stat')}"}}""", "dynamic labels")]
    public async Task Says_by_name_what_AWS_has_and_it_does_not(string change, string what)
    {
        await using var lab = await MetricLab.StartAsync();

        var refused = await lab.CallAsync("GetMetricData", Changed(JsonNode.Parse(change)!.AsObject()));

        (refused.Status, refused.ErrorCode).ShouldBe((501, "NotImplemented"));
        refused.ErrorMessage.ShouldStartWith($"The simulated AWS does not have {what}");
    }

    [Theory]
    [InlineData("""{"MaxDatapoints":"3"}""")]
    [InlineData("""{"StartTime":"2026-11-25T10:00:00Z"}""")]
    [InlineData("""{"s":{"Period":60.5}}""")]
    [InlineData("""{"q":{"Id":7}}""")]
    [InlineData("""{"MetricDataQueries":{}}""")]
    public async Task Refuses_a_value_of_the_wrong_type_before_it_looks_at_any(string change)
    {
        await using var lab = await MetricLab.StartAsync();

        var refused = await lab.CallAsync("GetMetricData", Changed(JsonNode.Parse(change)!.AsObject()));

        (refused.Status, refused.ErrorCode).ShouldBe((400, "SerializationException"), refused.Body);
    }

    /// <summary>A good request with members replaced: its own, its query's, or of that one's stat or metric.</summary>
    private static JsonObject Changed(JsonObject change)
    {
        var query = MetricLab.Query("m1", "A");
        var request = MetricLab.Request(Noon.AddHours(-1), Noon, query);
        foreach (var (name, value) in change)
        {
            var stat = query["MetricStat"]!.AsObject();
            var target = name switch
            {
                "q" => query,
                "s" => stat,
                "m" => stat["Metric"]!.AsObject(),
                _ => null,
            };
            if (target is null)
                request[name] = value?.DeepClone();
            foreach (var (member, inner) in target is null ? [] : value!.AsObject())
                target![member] = inner?.DeepClone();
        }

        return request;
    }
}
