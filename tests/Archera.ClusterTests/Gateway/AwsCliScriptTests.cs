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
    public async Task Mends_a_role_that_it_made_and_whose_trust_was_loosened()
    {
        var payer = PayerAccountKey.Parse("aws:012345678901");
        var (script, template) = await ClaimAsync(payer);
        await RunAsync(script, payer);
        const string Open =
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}]}""";
        await ChangeRoleAsync($"update-assume-role-policy --policy-document '{Open}'", payer);
        gateway.Fleet.Aws.Roles.Find(template.RoleArn)!.TrustPolicy.Json.ShouldBe(Open);

        var run = await RunAsync(script, payer);

        run.ExitCode.ShouldBe(0, run.Error);
        var trust = gateway.Fleet.Aws.Roles.Find(template.RoleArn)!.TrustPolicy;
        JsonNode.DeepEquals(JsonNode.Parse(trust.Json), JsonNode.Parse(template.TrustPolicy)).ShouldBeTrue(trust.Json);
    }

    [Fact]
    public async Task Leaves_a_role_alone_that_it_did_not_make()
    {
        var payer = PayerAccountKey.Parse("aws:012345678902");
        var (script, template) = await ClaimAsync(payer);
        gateway.Fleet.PutRole(template.RoleArn, template.TrustPolicy);
        var before = gateway.Fleet.Aws.Roles.Find(template.RoleArn);

        var run = await RunAsync(script, payer);

        (run.ExitCode, run.Output).ShouldBe((1, ""));
        run.Error.ShouldStartWith("Role Archera is there, and this script did not make it: somebody may need it as");
        run.Error.ShouldEndWith("Nothing was changed.\n");
        gateway.Fleet.Aws.Roles.Find(template.RoleArn).ShouldBeSameAs(before);
    }

    [Theory]
    [InlineData(
        "attach-role-policy --policy-arn arn:aws:iam::aws:policy/AdministratorAccess",
        "arn:aws:iam::aws:policy/AdministratorAccess")]
    [InlineData(
        """
        put-role-policy --policy-name Backup --policy-document '{"Version":"2012-10-17",
        "Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"} }'
        """,
        "Backup")]
    public async Task Leaves_a_role_alone_that_it_made_and_that_was_given_more_since(string given, string policy)
    {
        var payer = PayerAccountKey.Parse(policy == "Backup" ? "aws:012345678903" : "aws:012345678904");
        var (script, template) = await ClaimAsync(payer);
        await RunAsync(script, payer);
        await ChangeRoleAsync(given, payer);
        var before = gateway.Fleet.Aws.Roles.Find(template.RoleArn);

        var run = await RunAsync(script, payer);

        (run.ExitCode, run.Output).ShouldBe((1, ""));
        run.Error.ShouldBe(
            "Role Archera has policies that this script did not give it, and would open them to Archera: "
            + $"{policy}. Detach or delete them. Nothing was changed.\n");
        gateway.Fleet.Aws.Roles.Find(template.RoleArn).ShouldBeSameAs(before);
    }

    [Theory]
    [InlineData("another account", "not of account 000123456789 in aws. Nothing was changed.")]
    [InlineData("another partition", "not of account 000123456789 in aws-us-gov. Nothing was changed.")]
    [InlineData("a wrong secret", "AWS does not say whose credentials these are. Nothing was changed.")]
    [InlineData("no credentials", "AWS does not say whose credentials these are. Nothing was changed.")]
    [InlineData("no AWS CLI", "The AWS CLI is not on this machine. Nothing was changed.")]
    public async Task Changes_nothing_where_it_is_run_with(string mistake, string words)
    {
        var payer = PayerAccountKey.Parse("aws:000123456789");
        var (script, _) = await ClaimAsync(payer);
        var start = Bash(mistake == "another account" ? Payer : payer);
        if (mistake == "another partition")
            script = script.Replace("partition='aws'", "partition='aws-us-gov'", StringComparison.Ordinal);
        if (mistake == "a wrong secret")
            start.Environment["AWS_SECRET_ACCESS_KEY"] = "wrong";
        if (mistake == "no credentials")
            start.Environment.Remove("AWS_ACCESS_KEY_ID");
        if (mistake == "no AWS CLI")
            start.Environment["PATH"] = "/absent";

        var run = await RunAsync(start, script);

        (run.ExitCode, run.Output).ShouldBe((1, ""));
        run.Error.ShouldEndWith(words + "\n");
        gateway.Fleet.Aws.Roles.All().ShouldAllBe(role => role.Arn.AccountId != payer.AccountId.Value);
    }

    private async Task<(string Script, CustomerTemplate Template)> ClaimAsync(PayerAccountKey payer)
    {
        var key = (await gateway.CreateTenantAsync("Customer"))["key"]!;
        await gateway.ClaimAsync(payer, key, tier: "Trial");
        return (await ScriptAsync(payer, key), await gateway.GetTemplateAsync(payer, key));
    }

    private async Task ChangeRoleAsync(string command, PayerAccountKey payer)
    {
        var run = await RunAsync($"aws iam {command} --role-name Archera --region us-east-1", payer);
        run.ExitCode.ShouldBe(0, run.Error);
    }

    private async Task ShouldBeTheTemplateAsync(PayerAccountKey payer, string key)
    {
        var template = await gateway.GetTemplateAsync(payer, key);
        var role = gateway.Fleet.Aws.Roles.Find(template.RoleArn).ShouldNotBeNull();
        var policy = role.Policies.ShouldHaveSingleItem();
        policy.Key.ShouldBe("Archera");
        role.Tags.ShouldBe(new Dictionary<string, string> { ["archera:made-by"] = "aws-cli.sh" });
        Equal(role.TrustPolicy.Json, template.TrustPolicy);
        Equal(policy.Value.Json, template.PermissionPolicy);

        static void Equal(string made, string wanted) =>
            JsonNode.DeepEquals(JsonNode.Parse(made), JsonNode.Parse(wanted)).ShouldBeTrue(made);
    }

    private async Task<string> ScriptAsync(PayerAccountKey payer, string key) =>
        (await gateway.GetAsync($"/api/v1/payer-accounts/{payer}/onboarding/aws-cli.sh", key)).Text;

    private Task<(int ExitCode, string Output, string Error)> RunAsync(string script, PayerAccountKey account) =>
        RunAsync(Bash(account), script);

    /// <summary>A shell with credentials of the account and nothing of this machine's.</summary>
    private ProcessStartInfo Bash(PayerAccountKey account)
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        if (!path.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "aws"))))
            Assert.Skip("The AWS CLI is not on this machine.");
        var keys = gateway.Fleet.Aws.Users.Administrator(account.AccountId.Value);
        var start = new ProcessStartInfo("bash", "-s");
        start.Environment["AWS_ENDPOINT_URL"] = gateway.Fleet.Aws.Endpoint.ToString();
        start.Environment["AWS_MAX_ATTEMPTS"] = "1";
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment["AWS_CONFIG_FILE"] = "/dev/null";
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null";
        start.Environment["AWS_ACCESS_KEY_ID"] = keys.AccessKeyId;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = keys.SecretAccessKey;
        return start;
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
