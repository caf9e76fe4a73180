using System.Text.Json;
using Archera.Sandbox.Aws.Faults;

namespace Archera.SandboxTests.Organizations;

public sealed class ListAccountsTests
{
    private const string List = "AWSOrganizationsV20161128.ListAccounts";
    private const string Describe = "AWSOrganizationsV20161128.DescribeOrganization";

    [Fact]
    public async Task Gives_every_account_once_in_pages_of_at_most_20_some_of_them_empty()
    {
        var emptyPages = 0;
        for (var seed = 1; seed <= 5; seed++)
        {
            await using var sandbox = await Sandbox.StartAsync(options => options with { Seed = seed });
            sandbox.PutRole();
            var pages = await PagesAsync(sandbox, await sandbox.SessionKeysAsync());

            pages.ShouldAllBe(page => page.Count <= 20);
            pages.SelectMany(page => page).ShouldBe(
                [TinyWorld.Payer, .. Enumerable.Range(1, 45).Select(TinyWorld.Member)]);
            emptyPages += pages.Count(page => page.Count == 0);
        }

        emptyPages.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sends_the_state_always_and_the_retired_status_only_on_demand(bool withStatus)
    {
        await using var sandbox = await Sandbox.StartAsync(options => options with { ListAccountStatus = withStatus });
        sandbox.PutRole(Role(TinyWorld.OtherPayer));
        var keys = await sandbox.SessionKeysAsync(request => request.RoleArn = Role(TinyWorld.OtherPayer));

        var pages = await JsonPagesAsync(sandbox, keys);
        var account = pages.SelectMany(page => page.GetProperty("Accounts").EnumerateArray()).Single();

        account.GetProperty("State").GetString().ShouldBe("ACTIVE");
        account.TryGetProperty("Status", out _).ShouldBe(withStatus);
        account.GetProperty("JoinedTimestamp").GetDecimal().ShouldBe(1_700_000_000.5m);
        account.GetProperty("Arn").GetString().ShouldBe(
            $"arn:aws:organizations::{TinyWorld.OtherPayer}:account/o-exampleorg2/{TinyWorld.OtherPayer}");
    }

    [Theory]
    [InlineData("""{"MaxResults":21}""", "MAX_VALUE_EXCEEDED")]
    [InlineData("""{"MaxResults":0}""", "MIN_VALUE_EXCEEDED")]
    [InlineData("""{"NextToken":"nonsense"}""", "INVALID_NEXT_TOKEN")]
    [InlineData("""{"NextToken":"bGExIG8tZXhhbXBsZW9yZzIgMCAw"}""", "INVALID_NEXT_TOKEN")]
    public async Task Refuses_what_is_out_of_bounds_or_another_organizations(string body, string reason)
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();

        var answer = await sandbox.CallAsync(await sandbox.SessionKeysAsync(), List, body);

        (answer.Status, answer.ErrorCode).ShouldBe((400, "InvalidInputException"));
        answer.Json.GetProperty("Reason").GetString().ShouldBe(reason);
    }

    [Fact]
    public async Task Is_for_the_payer_alone_while_members_may_describe_the_organization()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var role = Role(TinyWorld.Member(7));
        sandbox.PutRole(role);
        var keys = await sandbox.SessionKeysAsync(request => request.RoleArn = role);

        var list = await sandbox.CallAsync(keys, List);
        var organization = (await sandbox.CallAsync(keys, Describe)).Json.GetProperty("Organization");

        (list.ErrorCode, list.ErrorMessage).ShouldBe(
            ("AccessDeniedException", "You don't have permissions to access this resource."));
        organization.GetProperty("MasterAccountId").GetString().ShouldBe(TinyWorld.Payer);
    }

    [Fact]
    public async Task Tells_an_account_without_an_organization_so()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole(Role(TinyWorld.Outsider));
        var keys = await sandbox.SessionKeysAsync(request => request.RoleArn = Role(TinyWorld.Outsider));

        var answer = await sandbox.CallAsync(keys, Describe);

        (answer.Status, answer.ErrorCode, answer.ErrorMessage).ShouldBe(
            (400, "AWSOrganizationsNotInUseException", "Your account is not a member of an organization."));
    }

    [Fact]
    public async Task Never_ends_while_the_token_is_repeated()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();
        var keys = await sandbox.SessionKeysAsync();
        var token = (await sandbox.CallAsync(keys, List)).Json.GetProperty("NextToken").GetString();

        sandbox.Aws.Faults.Replace([new Fault(FaultKind.RepeatToken, 1)]);
        var next = await sandbox.CallAsync(keys, List, $$"""{"NextToken":"{{token}}"}""");

        next.Json.GetProperty("NextToken").GetString().ShouldBe(token);
    }

    [Theory]
    [InlineData("AWSOrganizationsV20161128.CloseAccounts")]
    [InlineData("Nobody.Nothing")]
    public async Task Leaves_operations_that_AWS_does_not_have_unknown(string target)
    {
        await using var sandbox = await Sandbox.StartAsync();

        (await sandbox.CallAsync(sandbox.VendorKeys, target)).ErrorCode.ShouldBe("UnknownOperationException");
    }

    private static string Role(string account) => $"arn:aws:iam::{account}:role/Archera";

    private static async Task<List<List<string>>> PagesAsync(Sandbox sandbox, SigningKeys keys) =>
    [
        .. (await JsonPagesAsync(sandbox, keys)).Select(page => page.GetProperty("Accounts").EnumerateArray()
            .Select(account => account.GetProperty("Id").GetString()!).ToList()),
    ];

    private static async Task<List<JsonElement>> JsonPagesAsync(Sandbox sandbox, SigningKeys keys)
    {
        var pages = new List<JsonElement>();
        var body = "{}";
        while (pages.Count < 20)
        {
            var page = (await sandbox.CallAsync(keys, List, body)).Json;
            pages.Add(page);
            if (!page.TryGetProperty("NextToken", out var token))
                return pages;
            body = $$"""{"NextToken":"{{token.GetString()}}"}""";
        }

        throw new InvalidOperationException("The listing did not end within 20 pages.");
    }
}
