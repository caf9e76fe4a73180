using Amazon.Runtime;

namespace Archera.SandboxTests.Organizations;

public sealed class ControlPolicyTests : IDisposable
{
    private const string Costs = "AWSInsightsIndexService.GetCostAndUsage";

    private const string LastMonth = """
        {"TimePeriod":{"Start":"2026-10-01","End":"2026-11-01"},"Granularity":"MONTHLY","Metrics":["UnblendedCost"]}
        """;

    private static readonly string Member = TinyWorld.Member(1);

    private readonly string _directory = Directory.CreateTempSubdirectory("archera-aws-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Denies_what_a_session_does_but_not_that_it_begins()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var put = await PutAsync(sandbox, Member, Deny("sts:*", "ce:*"));

        var keys = await KeysAsync(sandbox, Member);
        var costs = await sandbox.CallAsync(keys, Costs, LastMonth);
        var organization = await sandbox.CallAsync(keys, "AWSOrganizationsV20161128.DescribeOrganization");

        put.Status.ShouldBe(200, put.Body);
        costs.ErrorCode.ShouldBe("AccessDeniedException");
        costs.ErrorMessage.ShouldBe(
            $"User: arn:aws:sts::{Member}:assumed-role/Archera/test is not authorized to perform: ce:GetCostAndUsage "
            + $"on resource: arn:aws:ce:us-east-1:{Member}:/GetCostAndUsage "
            + "with an explicit deny in a service control policy");
        organization.Status.ShouldBe(200);
    }

    [Fact]
    public async Task Binds_the_accounts_own_principals_even_where_a_trust_names_them()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.Aws.ControlPolicies.Put(Member, Deny("sts:AssumeRole"));
        var keys = await KeysAsync(sandbox, Member);
        var sibling = $"arn:aws:iam::{Member}:role/Sibling";
        sandbox.PutRole(sibling, sandbox.Trust(principal: $"arn:aws:iam::{Member}:role/Archera"));

        var refusal = await sandbox.RefusedAsync(
            request => request.RoleArn = sibling, new SessionAWSCredentials(keys.AccessKeyId, keys.Secret, keys.Token));

        refusal.ErrorCode.ShouldBe("AccessDenied");
    }

    [Fact]
    public async Task Never_binds_the_management_account()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.Aws.ControlPolicies.Put(TinyWorld.Payer, Deny("*"));
        var keys = await KeysAsync(sandbox, TinyWorld.Payer);

        (await sandbox.CallAsync(keys, Costs, LastMonth)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Lasts_over_restarts_until_it_is_taken_away()
    {
        await using (var first = await StartAsync())
            await PutAsync(first, Member, Deny("ce:*"));

        await using var second = await StartAsync();
        var keys = await KeysAsync(second, Member);
        (await second.CallAsync(keys, Costs, LastMonth)).Status.ShouldBe(400);
        await PutAsync(second, Member, "null");

        (await second.CallAsync(keys, Costs, LastMonth)).Status.ShouldBe(200);
    }

    private Task<Sandbox> StartAsync() => Sandbox.StartAsync(options => options with { DataDirectory = _directory });

    private static Task<SigningKeys> KeysAsync(Sandbox sandbox, string account)
    {
        var role = $"arn:aws:iam::{account}:role/Archera";
        sandbox.PutRole(role);
        return sandbox.SessionKeysAsync(request => request.RoleArn = role);
    }

    private static Task<RawAnswer> PutAsync(Sandbox sandbox, string account, string policy) => sandbox.ControlAsync(
        HttpMethod.Put, "scps", $$"""{"account":"{{account}}","policy":{{policy}} }""");

    private static string Deny(params string[] actions) => $$"""
        {"Version":"2012-10-17","Statement":{"Effect":"Deny","Resource":"*",
        "Action":["{{string.Join("\",\"", actions)}}"]} }
        """;
}
