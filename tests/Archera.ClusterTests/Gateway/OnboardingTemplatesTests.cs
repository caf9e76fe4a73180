using System.Text.Json;
using Archera.Contracts.Identity;

namespace Archera.ClusterTests.Gateway;

public sealed class OnboardingTemplatesTests(GatewayOnFleet gateway) : IClassFixture<GatewayOnFleet>
{
    private const string Account = "aws:012345678901";

    [Theory]
    [InlineData("cloudformation.yaml", "application/yaml; charset=utf-8")]
    [InlineData("stackset.yaml", "application/yaml; charset=utf-8")]
    [InlineData("terraform.tf", "text/plain; charset=utf-8")]
    [InlineData("aws-cli.sh", "text/x-shellscript; charset=utf-8")]
    [InlineData("permissions.json", "application/json; charset=utf-8")]
    public async Task Are_filled_in_with_the_claim_and_stored_nowhere(string name, string contentType)
    {
        var (key, claim) = await ClaimAsync("Payer");

        var answer = await gateway.GetAsync($"/api/v1/payer-accounts/{Account}/onboarding/{name}", key);

        (answer.Status, answer.ContentType).ShouldBe((200, contentType), answer.Text);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Text.ShouldContain(claim["externalId"]!);
        answer.Text.ShouldContain(gateway.Fleet.Aws.Vendor.UserArn);
        answer.Text.ShouldContain("012345678901");
        answer.Text.ShouldNotContain("\r");
    }

    [Fact]
    public async Task Hold_a_newly_issued_external_id_as_soon_as_it_waits()
    {
        var (payer, key) = (gateway.Fleet.Payer(0), await gateway.OnboardAsync(gateway.Fleet.Payer(0)));

        var issued = await gateway.SendAsync("POST", $"/api/v1/payer-accounts/{payer}/external-id", key);

        var template = await gateway.GetAsync($"/api/v1/payer-accounts/{payer}/onboarding/terraform.tf", key);
        template.Text.ShouldContain(issued["nextExternalId"]!);
        template.Text.ShouldNotContain(issued["externalId"]!);
    }

    [Fact]
    public async Task A_linked_account_connected_alone_has_no_stack_set_and_fewer_rights()
    {
        var (key, _) = await ClaimAsync("SubAccount");

        var stackSet = await gateway.GetAsync($"/api/v1/payer-accounts/{Account}/onboarding/stackset.yaml", key);
        var data = await gateway.GetAsync($"/api/v1/payer-accounts/{Account}/onboarding/permissions.json", key);

        (stackSet.Status, stackSet.Code).ShouldBe((404, "not-found"));
        Actions(data.Json.GetProperty("permissionPolicy"))
            .ShouldBe(
            [
                "ce:GetCostAndUsage", "cloudwatch:GetMetricData", "cloudwatch:ListMetrics", "ec2:DescribeInstances",
                "ec2:DescribeRegions", "organizations:DescribeOrganization",
            ]);
        data.Json.GetProperty("notes")[0].GetString().ShouldNotBeNull().ShouldContain("connected alone");
    }

    [Fact]
    public async Task Data_names_every_action_with_its_reason_and_what_our_sessions_are_narrowed_to()
    {
        var (key, _) = await ClaimAsync("Payer", "Production");

        var data = (await gateway.GetAsync($"/api/v1/payer-accounts/{Account}/onboarding/permissions.json", key)).Json;

        var permissions = data.GetProperty("permissions").EnumerateArray().ToArray();
        permissions.Select(permission => permission.GetProperty("action").GetString()!)
            .ShouldBe(Actions(data.GetProperty("permissionPolicy")));
        permissions.ShouldAllBe(permission => permission.GetProperty("reason").GetString()!.EndsWith('.'));
        permissions.Count(permission => permission.GetProperty("writes").GetBoolean()).ShouldBeGreaterThan(10);
        Actions(data.GetProperty("sessionPolicy")).ShouldAllBe(action => !action.Contains('*')
            && !permissions.Any(row => row.GetProperty("writes").GetBoolean()
                && row.GetProperty("action").GetString() == action));
        data.GetProperty("roleArn").GetString().ShouldBe("arn:aws:iam::012345678901:role/Archera");
        data.GetProperty("quickCreateUrl").ValueKind.ShouldBe(JsonValueKind.Null);
        data.GetProperty("consoleUrl").GetString().ShouldNotBeNull().ShouldStartWith("https://console.aws.amazon.com/");
    }

    private async Task<(string Key, HttpAnswer Claim)> ClaimAsync(string mode, string tier = "Trial")
    {
        var key = (await gateway.CreateTenantAsync($"{mode} {tier}"))["key"]!;
        return (key, await gateway.ClaimAsync(PayerAccountKey.Parse(Account), key, mode, tier));
    }

    private static string[] Actions(JsonElement policy) =>
    [
        .. policy.GetProperty("Statement").EnumerateArray()
            .SelectMany(statement => statement.GetProperty("Action").EnumerateArray())
            .Select(action => action.GetString()!),
    ];
}
