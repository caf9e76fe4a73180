using System.Net;
using Amazon.CostExplorer;
using Amazon.CostExplorer.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using LimitExceededException = Amazon.CostExplorer.Model.LimitExceededException;

namespace Archera.UnitTests.AwsSdk;

public sealed class CostExplorerRefusalTests
{
    [Theory]
    [InlineData("LimitExceededException", typeof(LimitExceededException))]
    [InlineData("DataUnavailableException", typeof(DataUnavailableException))]
    [InlineData("BillExpirationException", typeof(BillExpirationException))]
    [InlineData("InvalidNextTokenException", typeof(InvalidNextTokenException))]
    [InlineData("RequestChangedException", typeof(RequestChangedException))]
    [InlineData("ResourceNotFoundException", typeof(ResourceNotFoundException))]
    [InlineData("BillingViewHealthStatusException", typeof(BillingViewHealthStatusException))]
    [InlineData("AccessDeniedException", typeof(AmazonCostExplorerException))]
    [InlineData("ValidationException", typeof(AmazonCostExplorerException))]
    public async Task Throws_the_type_of_the_code(string code, Type type)
    {
        var refusal = await Refusal(400, $$"""{"__type":"com.amazonaws.ce#{{code}}","Message":"why"}""");

        refusal.ShouldBeOfType(type);
        refusal.ErrorCode.ShouldBe(code);
        refusal.Message.ShouldBe("why");
        refusal.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        refusal.RequestId.ShouldBe("5d1a7c3e-0000-4000-8000-000000000001");
    }

    [Fact]
    public async Task Reads_a_message_in_small_letters()
    {
        var refusal = await Refusal(400, """{"__type":"ValidationException","message":"Start date is too old"}""");

        refusal.Message.ShouldBe("Start date is too old");
    }

    [Fact]
    public async Task Names_the_resource_that_was_not_found()
    {
        var refusal = await Refusal(
            400,
            """{"__type":"ResourceNotFoundException","Message":"no","ResourceName":"arn:aws:x"}""");

        refusal.ShouldBeOfType<ResourceNotFoundException>().ResourceName.ShouldBe("arn:aws:x");
    }

    [Theory]
    [InlineData(502, "<html>Bad gateway</html>")]
    [InlineData(500, "")]
    [InlineData(503, "{")]
    public async Task Keeps_the_status_of_a_failure_without_a_code(int status, string body)
    {
        var refusal = await Refusal(status, body);

        ((int)refusal.StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData("LimitExceededException", true)]
    [InlineData("ThrottlingException", true)]
    [InlineData("ValidationException", false)]
    public async Task Is_known_to_the_sdk_as_a_throttle_by_its_code(string code, bool isThrottle)
    {
        var refusal = await Refusal(400, $$"""{"__type":"{{code}}","Message":"why"}""");

        new StandardRetryPolicy(new AmazonCostExplorerConfig()).IsThrottlingError(refusal).ShouldBe(isThrottle);
    }

    private static async Task<AmazonCostExplorerException> Refusal(int status, string body)
    {
        await using var aws = WireServer.Answering(status, body);
        using var client = Client(aws);
        return await Should.ThrowAsync<AmazonCostExplorerException>(
            () => client.GetCostAndUsageAsync(new GetCostAndUsageRequest(), TestContext.Current.CancellationToken));
    }

    private static AmazonCostExplorerClient Client(WireServer aws) => new(
        new BasicAWSCredentials("AKIAEXAMPLE", "secret"),
        new AmazonCostExplorerConfig
        {
            ServiceURL = aws.Url,
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
            MaxStaleConnectionRetries = 0,
        });
}
