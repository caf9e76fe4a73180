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

    private static SigningKeys Keys(string output)
    {
        var credentials = JsonSerializer.Deserialize<JsonElement>(output).GetProperty("Credentials");
        return new SigningKeys(Text("AccessKeyId"), Text("SecretAccessKey"), Text("SessionToken"));

        string Text(string name) => credentials.GetProperty(name).GetString()!;
    }
}
