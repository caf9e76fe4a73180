using Amazon;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Metric = Amazon.CloudWatch.Model.Metric;

namespace Archera.UnitTests.AwsSdk;

public sealed class CloudWatchClientTests
{
    private static readonly DateTime Ten = new(2026, 11, 25, 10, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Asks_in_JSON_of_the_older_version_and_for_the_older_codes()
    {
        await using var aws = WireServer.Answering(200, """{"MetricDataResults":[]}""");
        using var client = Client(aws);

        await client.GetMetricDataAsync(Request(), TestContext.Current.CancellationToken);

        var request = aws.Requests.ShouldHaveSingleItem();
        request.Headers["X-Amz-Target"].ShouldBe("GraniteServiceVersion20100801.GetMetricData");
        request.Headers["Content-Type"].ShouldBe("application/x-amz-json-1.0");
        request.Headers["x-amzn-query-mode"].ShouldBe("true");
        request.Headers["Authorization"].ShouldContain("/eu-west-1/monitoring/aws4_request");
        request.Body.ShouldBe("""
            {"EndTime":1795604400.25,"MaxDatapoints":100,"MetricDataQueries":[{"Id":"m1","MetricStat":{"Metric":
            """ + """
            {"Dimensions":[{"Name":"InstanceId","Value":"i-1"}],"MetricName":"CPUUtilization","Namespace":"AWS/EC2"},
            """ + """
            "Period":300,"Stat":"p95","Unit":"Percent"},"ReturnData":true}],"ScanBy":"TimestampAscending",
            """ + """
            "StartTime":1795600800}
            """);
    }

    [Fact]
    public async Task Reads_points_with_their_status_and_passes_over_what_is_new()
    {
        await using var aws = WireServer.Answering(200, """
            {"New":[{"a":1}],"MetricDataResults":[
              {"Id":"m1","Label":"CPU","Timestamps":[1795600800,1.7956011E9],"Values":[12.5,0],
               "StatusCode":"PartialData","Messages":[],"New":{"a":[1]}},
              {"Id":"m2","Timestamps":[],"Values":[],"StatusCode":"Forbidden",
               "Messages":[{"Code":"Forbidden","Value":"no"}]},
              {"Id":"m3","StatusCode":"Resting"}],
             "NextToken":"more","Messages":[{"Code":"MaxMetricsExceeded","Value":"many"}]}
            """);
        using var client = Client(aws);

        var answer = await client.GetMetricDataAsync(Request(), TestContext.Current.CancellationToken);

        answer.NextToken.ShouldBe("more");
        answer.Messages.ShouldHaveSingleItem().Code.ShouldBe("MaxMetricsExceeded");
        var (first, second, third) =
            (answer.MetricDataResults[0], answer.MetricDataResults[1], answer.MetricDataResults[2]);
        (first.Id, first.Label, first.StatusCode).ShouldBe(("m1", "CPU", StatusCode.PartialData));
        first.Timestamps.ShouldBe([Ten, Ten.AddMinutes(5)]);
        first.Timestamps.ShouldAllBe(at => at.Kind == DateTimeKind.Utc);
        first.Values.ShouldBe([12.5, 0]);
        (second.StatusCode, second.Values.Count).ShouldBe((StatusCode.Forbidden, 0));
        second.Messages.ShouldHaveSingleItem().Value.ShouldBe("no");
        (third.StatusCode.Value, third.Values, third.Timestamps).ShouldBe(("Resting", null, null));
    }

    [Fact]
    public async Task Lists_metrics_with_all_of_their_dimensions()
    {
        await using var aws = WireServer.Answering(200, """
            {"Metrics":[{"Namespace":"CWAgent","MetricName":"mem_used_percent",
              "Dimensions":[{"Name":"InstanceId","Value":"i-1"},{"Name":"ImageId","Value":"ami-1","New":1}]}],
             "OwningAccounts":["111122223333"],"NextToken":"more"}
            """);
        using var client = Client(aws);

        var answer = await client.ListMetricsAsync(
            new ListMetricsRequest
            {
                Namespace = "CWAgent",
                MetricName = "mem_used_percent",
                Dimensions = [new DimensionFilter { Name = "InstanceId" }],
                RecentlyActive = RecentlyActive.PT3H,
                IncludeLinkedAccounts = false,
            },
            TestContext.Current.CancellationToken);

        aws.Requests.ShouldHaveSingleItem().Body.ShouldBe("""
            {"Dimensions":[{"Name":"InstanceId"}],"IncludeLinkedAccounts":false,"MetricName":"mem_used_percent",
            """ + """
            "Namespace":"CWAgent","RecentlyActive":"PT3H"}
            """);
        (answer.NextToken, answer.OwningAccounts.Single()).ShouldBe(("more", "111122223333"));
        var metric = answer.Metrics.ShouldHaveSingleItem();
        (metric.Namespace, metric.MetricName).ShouldBe(("CWAgent", "mem_used_percent"));
        metric.Dimensions.Select(dimension => dimension.Value).ShouldBe(["i-1", "ami-1"]);
    }

    [Theory]
    [InlineData("eu-west-1", "https://monitoring.eu-west-1.amazonaws.com/")]
    [InlineData("cn-north-1", "https://monitoring.cn-north-1.amazonaws.com.cn/")]
    [InlineData("us-gov-east-1", "https://monitoring.us-gov-east-1.amazonaws.com/")]
    public void Has_an_endpoint_in_each_region(string region, string url)
    {
        using var client = new AmazonCloudWatchClient(
            new AnonymousAWSCredentials(),
            RegionEndpoint.GetBySystemName(region));

        client.DetermineServiceOperationEndpoint(new ListMetricsRequest()).URL.ShouldBe(url);
    }

    [Theory]
    [InlineData("InvalidParameterValueException", "InvalidParameterValue", typeof(InvalidParameterValueException))]
    [InlineData(
        "InvalidParameterCombinationException", "InvalidParameterCombination",
        typeof(InvalidParameterCombinationException))]
    [InlineData("MissingRequiredParameterException", "MissingParameter", typeof(MissingRequiredParameterException))]
    [InlineData("InvalidNextToken", "InvalidNextToken", typeof(InvalidNextTokenException))]
    [InlineData("InternalServiceFault", "InternalServiceError", typeof(InternalServiceException))]
    [InlineData("ThrottlingException", "Throttling", typeof(AmazonCloudWatchException))]
    [InlineData("AccessDeniedException", "AccessDenied", typeof(AmazonCloudWatchException))]
    public async Task Throws_the_type_of_the_older_code(string shape, string code, Type type)
    {
        await using var aws = WireServer.Answering(
            400,
            $$"""{"__type":"com.amazonaws.cloudwatch#{{shape}}","message":"no"}""",
            "application/x-amz-json-1.0",
            $"x-amzn-query-error: {code};Sender");
        using var client = Client(aws);

        var refusal = await Should.ThrowAsync<AmazonCloudWatchException>(
            () => client.GetMetricDataAsync(Request(), TestContext.Current.CancellationToken));

        refusal.ShouldBeOfType(type);
        (refusal.ErrorCode, refusal.Message, refusal.ErrorType).ShouldBe((code, "no", ErrorType.Sender));
    }

    private static GetMetricDataRequest Request() => new()
    {
        StartTime = Ten,
        EndTime = Ten.AddHours(1).AddMilliseconds(250),
        MaxDatapoints = 100,
        ScanBy = ScanBy.TimestampAscending,
        MetricDataQueries =
        [
            new MetricDataQuery
            {
                Id = "m1",
                ReturnData = true,
                MetricStat = new MetricStat
                {
                    Metric = new Metric
                    {
                        Namespace = "AWS/EC2",
                        MetricName = "CPUUtilization",
                        Dimensions = [new Dimension { Name = "InstanceId", Value = "i-1" }],
                    },
                    Period = 300,
                    Stat = "p95",
                    Unit = StandardUnit.Percent,
                },
            },
        ],
    };

    private static AmazonCloudWatchClient Client(WireServer aws) => new(
        new BasicAWSCredentials("AKIAEXAMPLE", "secret"),
        new AmazonCloudWatchConfig
        {
            ServiceURL = aws.Url,
            AuthenticationRegion = "eu-west-1",
            MaxErrorRetry = 0,
            MaxStaleConnectionRetries = 0,
        });
}
