using System.Text.Json;
using Amazon;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using Amazon.Runtime;

namespace Archera.UnitTests.AwsSdk;

public sealed class CostExplorerClientTests
{
    private const string Empty = """{"GroupDefinitions":[],"ResultsByTime":[],"DimensionValueAttributes":[]}""";

    [Fact]
    public async Task Sends_what_the_caller_set_and_nothing_else()
    {
        await using var aws = WireServer.Answering(200, Empty);
        using var client = Client(aws);

        await client.GetCostAndUsageAsync(Request(), TestContext.Current.CancellationToken);

        aws.Requests.ShouldHaveSingleItem().Body.ShouldBe("""
            {"Filter":{"Dimensions":{"Key":"RECORD_TYPE","Values":["Usage"]}},"Granularity":"DAILY",
            "GroupBy":[{"Key":"SERVICE","Type":"DIMENSION"}],"Metrics":["UnblendedCost"],
            "TimePeriod":{"End":"2026-11-02","Start":"2026-11-01"}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Writes_nested_filters()
    {
        await using var aws = WireServer.Answering(200, Empty);
        using var client = Client(aws);
        var request = new GetCostAndUsageRequest
        {
            Filter = new Expression
            {
                And =
                [
                    new Expression { Tags = new TagValues { Key = "Env", MatchOptions = ["ABSENT"] } },
                    new Expression
                    {
                        Not = new Expression { CostCategories = new() { Key = "Team", Values = ["a"] } },
                    },
                ],
            },
        };

        await client.GetCostAndUsageAsync(request, TestContext.Current.CancellationToken);

        aws.Requests.ShouldHaveSingleItem().Body.ShouldBe("""
            {"Filter":{"And":[{"Tags":{"Key":"Env","MatchOptions":["ABSENT"]}},
            {"Not":{"CostCategories":{"Key":"Team","Values":["a"]}}}]}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task Signs_for_cost_explorer_in_the_region_of_authentication()
    {
        await using var aws = WireServer.Answering(200, Empty);
        using var client = Client(aws);

        await client.GetCostAndUsageAsync(Request(), TestContext.Current.CancellationToken);

        var request = aws.Requests.ShouldHaveSingleItem();
        request.RequestLine.ShouldBe("POST / HTTP/1.1");
        request.Headers["X-Amz-Target"].ShouldBe("AWSInsightsIndexService.GetCostAndUsage");
        request.Headers["Content-Type"].ShouldBe("application/x-amz-json-1.1");
        request.Headers["X-Amz-Security-Token"].ShouldBe("token");
        request.Headers["Authorization"].ShouldMatch(
            "^AWS4-HMAC-SHA256 Credential=ASIAEXAMPLE/[0-9]{8}/us-east-1/ce/aws4_request, "
            + "SignedHeaders=[^,]*x-amz-target");
    }

    [Fact]
    public async Task Reads_every_modelled_member_and_passes_over_the_rest()
    {
        await using var aws = WireServer.Answering(200, """
            {"New":{"a":[1,{"b":null}]},"NextPageToken":"next",
             "GroupDefinitions":[{"Type":"DIMENSION","Key":"SERVICE","New":[]}],
             "ResultsByTime":[{"TimePeriod":{"Start":"2026-11-01","End":"2026-11-02"},"Total":{},"New":"x",
              "Groups":[{"Keys":["Amazon S3","1"],"New":{},"Metrics":{
                "UnblendedCost":{"Amount":"3.14159265358979","Unit":"USD","New":1},
                "NetUnblendedCost":{"Amount":"-1E-7","Unit":"USD"}}}],"Estimated":true}],
             "DimensionValueAttributes":[{"Value":"111122223333","Attributes":{"description":"prod \u00e9"}}]}
            """);
        using var client = Client(aws);

        var answer = await client.GetCostAndUsageAsync(Request(), TestContext.Current.CancellationToken);

        answer.NextPageToken.ShouldBe("next");
        answer.GroupDefinitions.ShouldHaveSingleItem().Type.ShouldBe(GroupDefinitionType.DIMENSION);
        answer.DimensionValueAttributes.ShouldHaveSingleItem().Attributes["description"].ShouldBe("prod é");
        var day = answer.ResultsByTime.ShouldHaveSingleItem();
        (day.TimePeriod.Start, day.TimePeriod.End, day.Estimated).ShouldBe(("2026-11-01", "2026-11-02", true));
        day.Total.ShouldBeEmpty();
        var group = day.Groups.ShouldHaveSingleItem();
        group.Keys.ShouldBe(["Amazon S3", "1"]);
        group.Metrics["UnblendedCost"].Amount.ShouldBe("3.14159265358979");
        group.Metrics["NetUnblendedCost"].Amount.ShouldBe("-1E-7");
        group.Metrics["NetUnblendedCost"].Unit.ShouldBe("USD");
    }

    [Fact]
    public async Task Mixes_up_no_keys_however_many_there_are()
    {
        string[] keys = [.. Enumerable.Range(0, 10_000).Select(i => i % 3 == 0 ? $"é{i}" : $"Service {i % 7_000}")];
        var groups = string.Join(',', keys.Select(key => $$"""{"Keys":[{{JsonSerializer.Serialize(key)}}]}"""));
        await using var aws = WireServer.Answering(200, $$"""{"ResultsByTime":[{"Groups":[{{groups}}]}]}""");
        using var client = Client(aws);

        var answer = await client.GetCostAndUsageAsync(Request(), TestContext.Current.CancellationToken);

        answer.ResultsByTime.ShouldHaveSingleItem().Groups.SelectMany(group => group.Keys).ShouldBe(keys);
    }

    [Fact]
    public async Task Leaves_absent_and_null_members_null()
    {
        await using var aws = WireServer.Answering(200, """{"ResultsByTime":[{"Groups":null}],"NextPageToken":null}""");
        using var client = Client(aws);

        var answer = await client.GetCostAndUsageAsync(Request(), TestContext.Current.CancellationToken);

        answer.NextPageToken.ShouldBeNull();
        answer.GroupDefinitions.ShouldBeNull();
        var day = answer.ResultsByTime.ShouldHaveSingleItem();
        day.Groups.ShouldBeNull();
        day.Total.ShouldBeNull();
        day.Estimated.ShouldBeNull();
    }

    [Fact]
    public async Task Keeps_the_request_id_and_the_status()
    {
        await using var aws = WireServer.Answering(200, Empty);
        using var client = Client(aws);

        var answer = await client.GetCostAndUsageAsync(Request(), TestContext.Current.CancellationToken);

        answer.ResponseMetadata.RequestId.ShouldBe("5d1a7c3e-0000-4000-8000-000000000001");
        answer.HttpStatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Sign in</html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"ResultsByTime":[{"Groups":[""")]
    [InlineData("""{"ResultsByTime":{}}""")]
    [InlineData("""{"ResultsByTime":[1]}""")]
    [InlineData("""{"ResultsByTime":[{"Groups":[{"Metrics":{"UnblendedCost":{"Amount":3.1}}}]}]}""")]
    [InlineData("""{"ResultsByTime":[{"Groups":[{"Metrics":{"A":{"Amount":"1"},"A":{"Amount":"2"}}}]}]}""")]
    public async Task Takes_no_answer_for_whole_that_is_not(string body)
    {
        await using var aws = WireServer.Answering(200, body);
        using var client = Client(aws);

        var failure = await Should.ThrowAsync<AmazonUnmarshallingException>(
            () => client.GetCostAndUsageAsync(Request(), TestContext.Current.CancellationToken));

        failure.RequestId.ShouldBe("5d1a7c3e-0000-4000-8000-000000000001");
    }

    [Fact]
    public async Task Reads_dimension_values()
    {
        await using var aws = WireServer.Answering(200, """
            {"DimensionValues":[{"Value":"111122223333","Attributes":{"description":"prod"}}],
             "ReturnSize":1,"TotalSize":7}
            """);
        using var client = Client(aws);
        var request = new GetDimensionValuesRequest
        {
            Context = Context.COST_AND_USAGE,
            Dimension = Dimension.LINKED_ACCOUNT,
            MaxResults = 5,
            SortBy = [new SortDefinition { Key = "UnblendedCost", SortOrder = SortOrder.DESCENDING }],
        };

        var answer = await client.GetDimensionValuesAsync(request, TestContext.Current.CancellationToken);

        aws.Requests.ShouldHaveSingleItem().Body.ShouldBe("""
            {"Context":"COST_AND_USAGE","Dimension":"LINKED_ACCOUNT","MaxResults":5,
            "SortBy":[{"Key":"UnblendedCost","SortOrder":"DESCENDING"}]}
            """.ReplaceLineEndings(""));
        (answer.ReturnSize, answer.TotalSize).ShouldBe((1, 7));
        answer.DimensionValues.ShouldHaveSingleItem().Value.ShouldBe("111122223333");
    }

    [Theory]
    [InlineData("us-west-2", "https://ce.us-east-1.amazonaws.com/")]
    [InlineData("cn-north-1", "https://ce.cn-northwest-1.amazonaws.com.cn/")]
    [InlineData("us-gov-east-1", "https://ce.us-gov-west-1.amazonaws.com/")]
    public void Has_one_endpoint_a_partition(string region, string url)
    {
        using var client = new AmazonCostExplorerClient(
            new AnonymousAWSCredentials(),
            RegionEndpoint.GetBySystemName(region));

        client.DetermineServiceOperationEndpoint(new GetCostAndUsageRequest()).URL.ShouldBe(url);
    }

    private static GetCostAndUsageRequest Request() => new()
    {
        TimePeriod = new DateInterval { Start = "2026-11-01", End = "2026-11-02" },
        Granularity = Granularity.DAILY,
        Metrics = ["UnblendedCost"],
        GroupBy = [new GroupDefinition { Type = GroupDefinitionType.DIMENSION, Key = "SERVICE" }],
        Filter = new Expression { Dimensions = new() { Key = Dimension.RECORD_TYPE, Values = ["Usage"] } },
    };

    private static AmazonCostExplorerClient Client(WireServer aws) => new(
        new SessionAWSCredentials("ASIAEXAMPLE", "secret", "token"),
        new AmazonCostExplorerConfig
        {
            ServiceURL = aws.Url,
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
            MaxStaleConnectionRetries = 0,
        });
}
