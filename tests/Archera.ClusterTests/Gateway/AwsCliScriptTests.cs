using System.Diagnostics;
using System.Text.Json.Nodes;
using Archera.Contracts.Identity;

namespace Archera.ClusterTests.Gateway;

/// <summary>The script that customers are given, run by bash and the AWS CLI; a machine without it skips.</summary>
public sealed class AwsCliScriptTests(GatewayOnFleet gateway) : IClassFixture<GatewayOnFleet>
{
    private PayerAccountKey Payer => gateway.Fleet.Payer(0);

    [Theory]
    [InlineData("Trial")]
    [InlineData("Production")]
    public async Task Makes_the_role_that_the_ladder_then_finds_shut_and_may_be_run_again(string tier)
    {
        var payer = gateway.Fleet.Payer(tier == "Trial" ? 0 : 1);
        var key = (await gateway.CreateTenantAsync(tier))["key"]!;
        await gateway.ClaimAsync(payer, key, tier: tier);
        var script = await ScriptAsync(payer, key);

        var made = await RunAsync(script, payer);
        var again = await RunAsync(script, payer);
        var verified = await gateway.VerifyAsync(payer, key, made.Output.Trim());

        made.ExitCode.ShouldBe(0, made.Error);
        made.Error.ShouldContain("Role Archera is created.");
        (again.ExitCode, again.Output).ShouldBe((0, made.Output), again.Error);
        (verified["state"], verified["connection"]).ShouldBe(("Done", "Connected"), verified.Text);
        verified.Json.GetProperty("steps").EnumerateArray().ShouldAllBe(
            step => step.GetProperty("outcome").GetString() == "passed"
                || step.GetProperty("outcome").GetString() == "skipped");
        await ShouldBeTheTemplateAsync(payer, key);
    }

    [Fact]
    public async Task Mends_a_role_whose_trust_was_loosened()
    {
        var key = (await gateway.CreateTenantAsync("Careless"))["key"]!;
        var payer = PayerAccountKey.Parse("aws:012345678901");
        await gateway.ClaimAsync(payer, key, tier: "Trial");
        var template = await gateway.GetTemplateAsync(payer, key);
        gateway.Fleet.PutRole(
            template.RoleArn,
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}]}""");

        var run = await RunAsync(await ScriptAsync(payer, key), payer);

        run.ExitCode.ShouldBe(0, run.Error);
        var trust = gateway.Fleet.Aws.Roles.Find(template.RoleArn)!.TrustPolicy;
        JsonNode.DeepEquals(JsonNode.Parse(trust.Json), JsonNode.Parse(template.TrustPolicy)).ShouldBeTrue(trust.Json);
    }

    [Fact]
    public async Task Changes_nothing_with_credentials_of_another_account()
    {
        var key = (await gateway.CreateTenantAsync("Mistaken"))["key"]!;
        var payer = PayerAccountKey.Parse("aws:000123456789");
        await gateway.ClaimAsync(payer, key);

        var run = await RunAsync(await ScriptAsync(payer, key), Payer);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain($"not of account {payer.AccountId} in aws: nothing was changed.");
        gateway.Fleet.Aws.Roles.All().ShouldAllBe(role => role.Arn.AccountId != payer.AccountId.Value);
    }

    private async Task ShouldBeTheTemplateAsync(PayerAccountKey payer, string key)
    {
        var template = await gateway.GetTemplateAsync(payer, key);
        var role = gateway.Fleet.Aws.Roles.Find(template.RoleArn).ShouldNotBeNull();
        var policy = role.Policies.ShouldHaveSingleItem();
        policy.Key.ShouldBe("Archera");
        Equal(role.TrustPolicy.Json, template.TrustPolicy);
        Equal(policy.Value.Json, template.PermissionPolicy);

        static void Equal(string made, string wanted) =>
            JsonNode.DeepEquals(JsonNode.Parse(made), JsonNode.Parse(wanted)).ShouldBeTrue(made);
    }

    private async Task<string> ScriptAsync(PayerAccountKey payer, string key) =>
        (await gateway.GetAsync($"/api/v1/payer-accounts/{payer}/onboarding/aws-cli.sh", key)).Text;

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(string script, PayerAccountKey account)
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        if (!path.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "aws"))))
            Assert.Skip("The AWS CLI is not on this machine.");
        var keys = gateway.Fleet.Aws.Users.Administrator(account.AccountId.Value);
        var start = new ProcessStartInfo("bash", "-s");
        start.Environment["AWS_ENDPOINT_URL"] = gateway.Fleet.Aws.Endpoint.ToString();
        start.Environment["AWS_MAX_ATTEMPTS"] = "1";
        start.Environment["AWS_CONFIG_FILE"] = "/dev/null";
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null";
        start.Environment["AWS_ACCESS_KEY_ID"] = keys.AccessKeyId;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = keys.SecretAccessKey;
        return await RunAsync(start, script);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        ProcessStartInfo start, string input)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
