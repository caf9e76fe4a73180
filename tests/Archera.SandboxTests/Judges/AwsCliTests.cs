using System.Text.Json;

namespace Archera.SandboxTests.Judges;

public sealed class AwsCliTests
{
    private static readonly string[] Identity = ["sts", "get-caller-identity"];
    private static readonly string[] List = ["organizations", "list-accounts"];

    private static readonly string[] Assume =
        ["sts", "assume-role", "--role-arn", Sandbox.RoleArn, "--role-session-name", "judge"];

    [Fact]
    public async Task The_AWS_CLI_walks_the_whole_way_and_hears_AWSs_own_refusals()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.PutRole();

        var assumed =
            await AwsCli.RunAsync(sandbox, sandbox.VendorKeys, [.. Assume, "--external-id", Sandbox.ExternalId]);
        assumed.ExitCode.ShouldBe(0, assumed.Error);
        var keys = Keys(assumed.Output);
        var listed = await AwsCli.RunAsync(sandbox, keys, List);
        var without = await AwsCli.RunAsync(sandbox, sandbox.VendorKeys, Assume);
        var wrong = await AwsCli.RunAsync(sandbox, sandbox.VendorKeys with { Secret = "wrong" }, Identity);
        sandbox.Aws.Sessions.Expire();
        var expired = await AwsCli.RunAsync(sandbox, keys, List);

        JsonSerializer.Deserialize<JsonElement>(listed.Output).GetProperty("Accounts").GetArrayLength().ShouldBe(46);
        without.Error.ShouldContain("An error occurred (AccessDenied) when calling the AssumeRole operation");
        wrong.Error.ShouldContain(
            "An error occurred (SignatureDoesNotMatch) when calling the GetCallerIdentity operation");
        expired.Error.ShouldContain(
            "An error occurred (ExpiredTokenException) when calling the ListAccounts operation");
    }

    [Fact]
    public async Task The_AWS_CLI_makes_changes_and_deletes_a_role()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var keys = SigningKeys.Of(sandbox.Aws.Users.Administrator(TinyWorld.Payer));

        var created = await OfRoleAsync("create-role", "--assume-role-policy-document", sandbox.Trust());
        var put = await OfRoleAsync(
            "put-role-policy", "--policy-name", "Reads", "--policy-document", Sandbox.AllowReads);
        var got = await OfRoleAsync("get-role");
        var policy = await OfRoleAsync("get-role-policy", "--policy-name", "Reads");
        var listed = await OfRoleAsync("list-role-policies");
        var assumed =
            await AwsCli.RunAsync(sandbox, sandbox.VendorKeys, [.. Assume, "--external-id", Sandbox.ExternalId]);
        var updated = await OfRoleAsync("update-assume-role-policy", "--policy-document", sandbox.Trust("other-id"));
        var refused =
            await AwsCli.RunAsync(sandbox, sandbox.VendorKeys, [.. Assume, "--external-id", Sandbox.ExternalId]);
        var conflict = await OfRoleAsync("delete-role");
        var cleared = await OfRoleAsync("delete-role-policy", "--policy-name", "Reads");
        var deleted = await OfRoleAsync("delete-role");

        foreach (var done in new[] { created, put, got, policy, listed, assumed, updated, cleared, deleted })
            done.ExitCode.ShouldBe(0, done.Error);
        Json(created.Output).GetProperty("Role").GetProperty("Arn").GetString().ShouldBe(Sandbox.RoleArn);
        Json(got.Output).GetProperty("Role").GetProperty("AssumeRolePolicyDocument").GetRawText()
            .ShouldContain(Sandbox.ExternalId);
        Json(policy.Output).GetProperty("PolicyDocument").GetProperty("Version").GetString().ShouldBe("2012-10-17");
        Json(listed.Output).GetProperty("PolicyNames")[0].GetString().ShouldBe("Reads");
        refused.Error.ShouldContain("An error occurred (AccessDenied) when calling the AssumeRole operation");
        conflict.Error.ShouldContain("An error occurred (DeleteConflict) when calling the DeleteRole operation");

        Task<(int ExitCode, string Output, string Error)> OfRoleAsync(string command, params string[] rest) =>
            AwsCli.RunAsync(sandbox, keys, ["iam", command, "--role-name", "Archera", .. rest]);
    }

    [Fact]
    public async Task The_AWS_CLI_hears_each_service_refuse_in_its_own_way()
    {
        await using var sandbox = await Sandbox.StartAsync();

        (string Code, string Action, string[] Command)[] calls =
        [
            ("UnauthorizedOperation", "ec2:DescribeInstances", ["ec2", "describe-instances"]),
            ("AccessDenied", "redshift:DescribeClusters", ["redshift", "describe-clusters"]),
            ("AccessDeniedException", "memorydb:DescribeClusters", ["memorydb", "describe-clusters"]),
            ("AccessDeniedException", "savingsplans:DescribeSavingsPlans", ["savingsplans", "describe-savings-plans"]),
            ("AccessDeniedException", "es:ListDomainNames", ["opensearch", "list-domain-names"]),
        ];
        foreach (var (code, action, command) in calls)
        {
            var refused = await AwsCli.RunAsync(sandbox, sandbox.VendorKeys, command);

            refused.Error.ShouldContain($"An error occurred ({code}) when calling the ");
            refused.Error.ShouldContain($"because no identity-based policy allows the {action} action");
        }
    }

    private static JsonElement Json(string output) => JsonSerializer.Deserialize<JsonElement>(output);

    private static SigningKeys Keys(string output)
    {
        var credentials = JsonSerializer.Deserialize<JsonElement>(output).GetProperty("Credentials");
        return new SigningKeys(Text("AccessKeyId"), Text("SecretAccessKey"), Text("SessionToken"));

        string Text(string name) => credentials.GetProperty(name).GetString()!;
    }
}
