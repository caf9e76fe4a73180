using Amazon;
using Amazon.Organizations;
using Amazon.Organizations.Model;
using Amazon.Runtime;

namespace Archera.UnitTests.AwsSdk;

public sealed class OrganizationsClientTests
{
    [Fact]
    public async Task Reads_accounts_with_and_without_the_retired_status()
    {
        await using var aws = WireServer.Answering(200, """
            {"Accounts":[
              {"Id":"111122223333","Arn":"arn:aws:organizations::111122223333:account/o-example/111122223333",
               "Email":"a@example.com","Name":"payer","State":"ACTIVE","JoinedMethod":"INVITED",
               "JoinedTimestamp":1.5E9,"Paths":["o-example/r-1/ou-1/"],"New":{"a":1}},
              {"Id":"444455556666","Name":"member","Status":"SUSPENDED","JoinedTimestamp":1600000000.25}],
             "NextToken":"more"}
            """);
        using var client = Client(aws);

        var answer = await client.ListAccountsAsync(
            new ListAccountsRequest { MaxResults = 20, NextToken = "t" },
            TestContext.Current.CancellationToken);

        aws.Requests.ShouldHaveSingleItem().Body.ShouldBe("""{"MaxResults":20,"NextToken":"t"}""");
        answer.NextToken.ShouldBe("more");
        answer.Accounts.Select(account => account.Id).ShouldBe(["111122223333", "444455556666"]);
        var payer = answer.Accounts[0];
        (payer.State, payer.Status).ShouldBe((AccountState.ACTIVE, null));
        payer.JoinedMethod.ShouldBe(AccountJoinedMethod.INVITED);
        payer.JoinedTimestamp.ShouldBe(DateTime.UnixEpoch.AddSeconds(1_500_000_000));
        payer.Paths.ShouldBe(["o-example/r-1/ou-1/"]);
        var member = answer.Accounts[1];
        (member.State, member.Status, member.Paths).ShouldBe((null, AccountStatus.SUSPENDED, null));
        member.JoinedTimestamp.ShouldBe(DateTime.UnixEpoch.AddSeconds(1_600_000_000.25));
    }

    [Fact]
    public async Task Tells_an_empty_page_from_a_missing_one()
    {
        await using var aws = WireServer.Answering(200, """{"Accounts":[],"NextToken":"more"}""");
        using var client = Client(aws);

        var answer = await client.ListAccountsAsync(new ListAccountsRequest(), TestContext.Current.CancellationToken);

        answer.Accounts.ShouldNotBeNull().ShouldBeEmpty();
        answer.NextToken.ShouldBe("more");
    }

    [Fact]
    public async Task Reads_the_organization()
    {
        await using var aws = WireServer.Answering(200, """
            {"Organization":{"Id":"o-example","Arn":"arn","FeatureSet":"ALL","MasterAccountArn":"m",
             "MasterAccountId":"111122223333","MasterAccountEmail":"a@example.com",
             "AvailablePolicyTypes":[{"Type":"TAG_POLICY","Status":"ENABLED"}]}}
            """);
        using var client = Client(aws);

        var answer = await client.DescribeOrganizationAsync(
            new DescribeOrganizationRequest(),
            TestContext.Current.CancellationToken);

        var request = aws.Requests.ShouldHaveSingleItem();
        request.Body.ShouldBe("{}");
        request.Headers["X-Amz-Target"].ShouldBe("AWSOrganizationsV20161128.DescribeOrganization");
        request.Headers["Authorization"].ShouldContain("/us-east-1/organizations/aws4_request");
        (answer.Organization.Id, answer.Organization.MasterAccountId).ShouldBe(("o-example", "111122223333"));
        answer.Organization.FeatureSet.ShouldBe(OrganizationFeatureSet.ALL);
        answer.Organization.AvailablePolicyTypes.ShouldHaveSingleItem().Type.ShouldBe(PolicyType.TAG_POLICY);
    }

    [Theory]
    [InlineData("eu-west-1", "https://organizations.us-east-1.amazonaws.com/")]
    [InlineData("cn-north-1", "https://organizations.cn-northwest-1.amazonaws.com.cn/")]
    [InlineData("us-gov-east-1", "https://organizations.us-gov-west-1.amazonaws.com/")]
    public void Has_one_endpoint_a_partition(string region, string url)
    {
        using var client = new AmazonOrganizationsClient(
            new AnonymousAWSCredentials(),
            RegionEndpoint.GetBySystemName(region));

        client.DetermineServiceOperationEndpoint(new ListAccountsRequest()).URL.ShouldBe(url);
    }

    [Fact]
    public async Task Keeps_what_a_refusal_says_beside_code_and_message()
    {
        await using var aws = WireServer.Answering(
            400,
            """{"__type":"InvalidInputException","Message":"no","Reason":"INVALID_NEXT_TOKEN"}""");
        using var client = Client(aws);

        var refusal = await Should.ThrowAsync<InvalidInputException>(
            () => client.ListAccountsAsync(new ListAccountsRequest(), TestContext.Current.CancellationToken));

        refusal.Reason.ShouldBe(InvalidInputExceptionReason.INVALID_NEXT_TOKEN);
        refusal.Message.ShouldBe("no");
    }

    [Theory]
    [InlineData("AccessDeniedException", typeof(AccessDeniedException))]
    [InlineData("AWSOrganizationsNotInUseException", typeof(AWSOrganizationsNotInUseException))]
    [InlineData("ConcurrentModificationException", typeof(ConcurrentModificationException))]
    [InlineData("ServiceException", typeof(ServiceException))]
    [InlineData("TooManyRequestsException", typeof(TooManyRequestsException))]
    [InlineData("UnrecognizedClientException", typeof(AmazonOrganizationsException))]
    public async Task Throws_the_type_of_the_code(string code, Type type)
    {
        await using var aws = WireServer.Answering(400, $$"""{"__type":"{{code}}","Message":"no"}""");
        using var client = Client(aws);

        var refusal = await Should.ThrowAsync<AmazonOrganizationsException>(
            () => client.ListAccountsAsync(new ListAccountsRequest(), TestContext.Current.CancellationToken));

        refusal.ShouldBeOfType(type);
        refusal.ErrorCode.ShouldBe(code);
    }

    private static AmazonOrganizationsClient Client(WireServer aws) => new(
        new BasicAWSCredentials("AKIAEXAMPLE", "secret"),
        new AmazonOrganizationsConfig
        {
            ServiceURL = aws.Url,
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
            MaxStaleConnectionRetries = 0,
        });
}
