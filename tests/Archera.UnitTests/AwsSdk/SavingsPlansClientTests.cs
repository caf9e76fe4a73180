using Amazon;
using Amazon.Runtime;
using Amazon.SavingsPlans;
using Amazon.SavingsPlans.Model;

namespace Archera.UnitTests.AwsSdk;

public sealed class SavingsPlansClientTests
{
    [Fact]
    public async Task Asks_at_the_operations_path_without_a_target()
    {
        await using var aws = WireServer.Answering(200, """{"savingsPlans":[]}""");
        using var client = Client(aws);

        await client.DescribeSavingsPlansAsync(
            new DescribeSavingsPlansRequest
            {
                MaxResults = 5,
                States = ["active"],
                Filters = [new SavingsPlanFilter { Name = SavingsPlansFilterName.PaymentOption, Values = ["x"] }],
            },
            TestContext.Current.CancellationToken);

        var request = aws.Requests.ShouldHaveSingleItem();
        request.Headers.ContainsKey("X-Amz-Target").ShouldBeFalse();
        request.Headers["Content-Type"].ShouldBe("application/json");
        request.Headers["Authorization"].ShouldContain("/us-east-1/savingsplans/aws4_request");
        request.Body.ShouldBe(
            """{"filters":[{"name":"payment-option","values":["x"]}],"maxResults":5,"states":["active"]}""");
    }

    [Fact]
    public async Task Reads_plans_and_passes_over_what_is_new()
    {
        await using var aws = WireServer.Answering(200, """
            {"new":{"a":[1]},"savingsPlans":[{"savingsPlanId":"p-1","state":"active","savingsPlanType":"Compute",
             "productTypes":["EC2","Lambda"],"commitment":"1.50000000","termDurationInSeconds":31536000,
             "tags":{"team":"x"},"brandNew":[{}],"currency":"USD","region":null}],"nextToken":"more"}
            """);
        using var client = Client(aws);

        var answer = await client.DescribeSavingsPlansAsync(new(), TestContext.Current.CancellationToken);

        var plan = answer.SavingsPlans.ShouldHaveSingleItem();
        (plan.SavingsPlanId, plan.State, plan.SavingsPlanType, plan.Currency)
            .ShouldBe(("p-1", SavingsPlanState.Active, SavingsPlanType.Compute, CurrencyCode.USD));
        (plan.Commitment, plan.TermDurationInSeconds, plan.Region).ShouldBe(("1.50000000", 31_536_000L, null));
        plan.ProductTypes.ShouldBe(["EC2", "Lambda"]);
        plan.Tags["team"].ShouldBe("x");
        answer.NextToken.ShouldBe("more");
    }

    [Theory]
    [InlineData("us-east-1", "https://savingsplans.amazonaws.com/")]
    [InlineData("eu-west-1", "https://savingsplans.amazonaws.com/")]
    [InlineData("cn-north-1", "https://savingsplans.cn-northwest-1.amazonaws.com.cn/")]
    public void Is_in_one_place_of_a_partition(string region, string address)
    {
        using var client = new AmazonSavingsPlansClient("id", "secret", RegionEndpoint.GetBySystemName(region));

        client.DetermineServiceOperationEndpoint(new DescribeSavingsPlansRequest()).URL.TrimEnd('/')
            .ShouldBe(address.TrimEnd('/'));
    }

    private static AmazonSavingsPlansClient Client(WireServer aws) => new(
        new BasicAWSCredentials("id", "secret"),
        new AmazonSavingsPlansConfig
        {
            ServiceURL = aws.Url,
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
        });
}
