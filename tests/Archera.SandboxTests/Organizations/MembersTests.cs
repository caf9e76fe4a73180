using System.Text.Json;

namespace Archera.SandboxTests.Organizations;

public sealed class MembersTests : IDisposable
{
    private const string List = "AWSOrganizationsV20161128.ListAccounts";
    private const string Describe = "AWSOrganizationsV20161128.DescribeOrganization";
    private const string Stranger = "900000000001";

    private readonly string _directory = Directory.CreateTempSubdirectory("archera-aws-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Lists_who_joins_leaves_and_comes_back()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();
        var gone = TinyWorld.Member(1);

        await PutAsync(sandbox, $$"""{"payer":"{{TinyWorld.Payer}}","account":"{{Stranger}}","listed":true}""");
        await PutAsync(sandbox, $$"""{"payer":"{{TinyWorld.Payer}}","account":"{{gone}}","listed":false}""");
        var without = await ListAsync(sandbox);
        await PutAsync(sandbox, $$"""
            {"payer":"{{TinyWorld.Payer}}","account":"{{gone}}","listed":true,"joinedAt":"2026-11-01T00:00:00Z"}
            """);
        var back = await ListAsync(sandbox);

        without.ShouldContainKey(Stranger);
        without.ShouldNotContainKey(gone);
        back[gone].GetProperty("JoinedTimestamp").GetDecimal().ShouldBe(1_793_491_200);
    }

    [Fact]
    public async Task Says_of_state_and_status_what_it_is_told()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();
        var account = TinyWorld.Member(2);

        await PutAsync(sandbox, $$"""
            {"payer":"{{TinyWorld.Payer}}","account":"{{account}}","listed":true,"state":"ACTIVE","status":"SUSPENDED"}
            """);

        var listed = (await ListAsync(sandbox))[account];
        listed.GetProperty("State").GetString().ShouldBe("ACTIVE");
        listed.GetProperty("Status").GetString().ShouldBe("SUSPENDED");
    }

    [Fact]
    public async Task An_account_that_left_is_in_no_organization()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var account = TinyWorld.Member(1);
        var role = $"arn:aws:iam::{account}:role/Archera";
        sandbox.PutRole(role);
        var keys = await sandbox.SessionKeysAsync(request => request.RoleArn = role);
        sandbox.Aws.Members.Remove(TinyWorld.Payer, account);

        var answer = await sandbox.CallAsync(keys, Describe);

        answer.ErrorCode.ShouldBe("AWSOrganizationsNotInUseException");
    }

    [Fact]
    public async Task Is_kept_over_a_restart()
    {
        await using (var sandbox = await Sandbox.StartAsync(options => options with { DataDirectory = _directory }))
            sandbox.Aws.Members.Remove(TinyWorld.Payer, TinyWorld.Member(3));

        await using var again = await Sandbox.StartAsync(options => options with { DataDirectory = _directory });

        again.Aws.Members.Find(TinyWorld.Payer, TinyWorld.Member(3)).ShouldBeNull();
        again.Aws.Members.Find(TinyWorld.Payer, TinyWorld.Member(4)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("""{"account":"900000000001","listed":true}""", "payer")]
    [InlineData("""{"payer":"900000000001","account":"900000000001","listed":true}""", "payer")]
    [InlineData("""{"payer":"PAYER","account":"PAYER","listed":false}""", "account")]
    [InlineData("""{"payer":"PAYER","account":"1","listed":true}""", "account")]
    [InlineData("""{"payer":"PAYER","account":"900000000001"}""", "listed")]
    [InlineData("""{"payer":"PAYER","account":"900000000001","listed":"yes"}""", "listed")]
    [InlineData("""{"payer":"PAYER","account":"900000000001","listed":true,"state":"GONE"}""", "state")]
    [InlineData("""{"payer":"PAYER","account":"900000000001","listed":true,"status":"CLOSED"}""", "status")]
    [InlineData("""{"payer":"PAYER","account":"900000000001","listed":true,"joinedAt":"once"}""", "joinedAt")]
    [InlineData("""{"payer":"PAYER","account":"900000000001","listed":true,"colour":"red"}""", "colour")]
    public async Task Names_the_field_that_is_wrong(string body, string field)
    {
        await using var sandbox = await Sandbox.StartAsync();

        var answer = await PutAsync(sandbox, body.Replace("PAYER", TinyWorld.Payer, StringComparison.Ordinal));

        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe(field);
    }

    private static Task<RawAnswer> PutAsync(Sandbox sandbox, string body) =>
        sandbox.ControlAsync(HttpMethod.Put, "members", body);

    private static async Task<Dictionary<string, JsonElement>> ListAsync(Sandbox sandbox)
    {
        var keys = await sandbox.SessionKeysAsync();
        var accounts = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        string? token = null;
        do
        {
            var page = await sandbox.CallAsync(keys, List, token is null ? "{}" : $$"""{"NextToken":"{{token}}"}""");
            foreach (var account in page.Json.GetProperty("Accounts").EnumerateArray())
                accounts.Add(account.GetProperty("Id").GetString()!, account);
            token = page.Json.TryGetProperty("NextToken", out var next) ? next.GetString() : null;
        }
        while (token is not null);
        return accounts;
    }
}
