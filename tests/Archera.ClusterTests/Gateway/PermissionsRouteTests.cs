using System.Text.Json;

namespace Archera.ClusterTests.Gateway;

public sealed class PermissionsRouteTests(GatewayOnFleet gateway) : IClassFixture<GatewayOnFleet>
{
    [Fact]
    public async Task A_smaller_policy_is_shown_once_a_refresh_has_ended_and_reads_and_verifies_as_much()
    {
        var payer = gateway.Fleet.Payer(0);
        var key = await gateway.OnboardAsync(payer);
        var template = await gateway.GetTemplateAsync(payer, key);

        var answer = await gateway.GetAsync($"/api/v1/payer-accounts/{payer}/permissions", key);

        answer.Status.ShouldBe(200, answer.Text);
        var permissions = answer.Json.GetProperty("permissions").EnumerateArray().ToArray();
        permissions.Select(grant => grant.GetProperty("action").GetString())
            .ShouldBe(template.Grants.Select(grant => grant.Action));
        permissions.Where(grant => grant.GetProperty("used").GetBoolean())
            .Select(grant => grant.GetProperty("action").GetString())
            .ShouldBe(
            [
                "cloudwatch:GetMetricData", "cloudwatch:ListMetrics", "organizations:DescribeOrganization", "ce:Get*",
                "organizations:ListAccounts*", "savingsplans:Describe*",
            ]);
        var sent = gateway.Fleet.Aws.Calls.Rows()
            .Where(row => row.Account == payer.AccountId.Value && row.Service == "ce").Sum(row => row.Succeeded);
        Grant(permissions, "ce:Get*").GetProperty("calls").GetInt64().ShouldBe(sent);
        Grant(permissions, "ce:Get*").GetProperty("lastUsedAt").GetDateTime().ShouldBe(
            gateway.Fleet.Today.ToDateTime(TimeOnly.MinValue), TimeSpan.FromDays(2));

        var smaller = answer.Json.GetProperty("smallerPolicy").GetRawText();
        gateway.Fleet.Aws.Roles.Put(template.RoleArn, template.TrustPolicy, smaller);
        var ended = await gateway.Fleet.RefreshAsync(gateway.TenantOf(key), payer);
        (ended.Late, ended.Done > 0).ShouldBe((0, true));
        (await gateway.VerifyAsync(payer, key, template.RoleArn))["connection"].ShouldBe("Connected");
    }

    [Fact]
    public async Task Nothing_was_used_of_a_claim_that_is_not_connected()
    {
        var payer = gateway.Fleet.Payer(1);
        var key = (await gateway.CreateTenantAsync("Early"))["key"]!;
        await gateway.ClaimAsync(payer, key, tier: "Trial");

        var answer = await gateway.GetAsync($"/api/v1/payer-accounts/{payer}/permissions", key);

        answer.Json.GetProperty("observedSince").ValueKind.ShouldBe(JsonValueKind.Null);
        answer.Json.GetProperty("removed").GetArrayLength().ShouldBe(0);
        answer.Json.GetProperty("permissions").EnumerateArray()
            .ShouldAllBe(grant => !grant.GetProperty("used").GetBoolean());
    }

    private static JsonElement Grant(JsonElement[] permissions, string action) =>
        permissions.Single(grant => grant.GetProperty("action").GetString() == action);
}
