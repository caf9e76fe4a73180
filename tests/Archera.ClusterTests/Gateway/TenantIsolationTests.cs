using Archera.Contracts.Identity;

namespace Archera.ClusterTests.Gateway;

public sealed class TenantIsolationTests(GatewayOnFleet gateway) : IClassFixture<GatewayOnFleet>
{
    private const string Unknown = "aws:000000000000";

    [Theory]
    [InlineData("GET", "/api/v1/payer-accounts/{0}", null)]
    [InlineData("PUT", "/api/v1/payer-accounts/{0}/role", """{"roleArn":"arn:aws:iam::000000000000:role/Archera"}""")]
    [InlineData("POST", "/api/v1/payer-accounts/{0}/verification", null)]
    [InlineData("GET", "/api/v1/payer-accounts/{0}/verification", null)]
    [InlineData("POST", "/api/v1/payer-accounts/{0}/refresh", null)]
    [InlineData("GET", "/api/v1/payer-accounts/{0}/backfill", null)]
    [InlineData("POST", "/api/v1/payer-accounts/{0}/backfill", null)]
    [InlineData("POST", "/api/v1/payer-accounts/{0}/external-id", null)]
    [InlineData("GET", "/api/v1/payer-accounts/{0}/onboarding/cloudformation.yaml", null)]
    [InlineData("GET", "/api/v1/payer-accounts/{0}/onboarding/stackset.yaml", null)]
    [InlineData("GET", "/api/v1/payer-accounts/{0}/onboarding/terraform.tf", null)]
    [InlineData("GET", "/api/v1/payer-accounts/{0}/onboarding/aws-cli.sh", null)]
    [InlineData("GET", "/api/v1/payer-accounts/{0}/onboarding/permissions.json", null)]
    [InlineData("GET", "/api/v1/payer-accounts/{0}/permissions", null)]
    [InlineData("DELETE", "/api/v1/payer-accounts/{0}", null)]
    [InlineData("GET", "/api/v1/receipts/{0}", null)]
    [InlineData("GET", "/api/v1/operations/{0}-1", null)]
    [InlineData("GET", "/api/v1/costs?start=2026-01-01&end=2026-01-02&payerAccount={0}", null)]
    public async Task Another_tenants_account_and_an_unknown_one_are_the_same_404(
        string method, string path, string? body)
    {
        var payer = gateway.Fleet.Payer(0);
        await gateway.ClaimAsync(payer, (await gateway.CreateTenantAsync("Owner"))["key"]!);
        var stranger = (await gateway.CreateTenantAsync("Stranger"))["key"]!;

        var foreign = await gateway.SendAsync(method, Fill(path, payer.ToString()), stranger, body);
        var unknown = await gateway.SendAsync(method, Fill(path, Unknown), stranger, body);

        (foreign.Status, foreign.Code).ShouldBe((404, "not-found"));
        foreign.WithoutTraceId.ShouldBe(unknown.WithoutTraceId);
    }

    [Fact]
    public async Task A_deputy_that_names_another_tenants_role_learns_no_more_than_from_one_that_does_not_exist()
    {
        var payer = gateway.Fleet.Payer(1);
        var victim = await gateway.OnboardAsync(payer);
        var role = (await gateway.GetAsync($"/api/v1/payer-accounts/{payer}", victim))["roleArn"]!;
        var attacker = (await gateway.CreateTenantAsync("Attacker"))["key"]!;
        await gateway.ClaimAsync(payer, attacker);

        var theirs = await VerifyAsync(payer, attacker, role);
        var missing = await VerifyAsync(payer, attacker, $"arn:aws:iam::{payer.AccountId}:role/Missing");

        theirs["connection"].ShouldBe("Refused");
        Shown(theirs, role).ShouldBe(Shown(missing, $"arn:aws:iam::{payer.AccountId}:role/Missing"));
        var own = await gateway.GetAsync($"/api/v1/payer-accounts/{payer}", victim);
        own["connection"].ShouldBe("Connected");
        (await gateway.GetAsync($"/api/v1/payer-accounts/{payer}", attacker)).Text.ShouldNotContain(own["externalId"]!);
    }

    [Fact]
    public async Task A_role_of_another_account_is_refused_by_name_and_nothing_is_stored()
    {
        var payer = gateway.Fleet.Payer(1);
        var key = (await gateway.CreateTenantAsync("Mistaken"))["key"]!;
        await gateway.ClaimAsync(payer, key);

        var refused = await gateway.SendAsync(
            "PUT",
            $"/api/v1/payer-accounts/{payer}/role",
            key,
            """{"roleArn":"arn:aws:iam::000000000000:role/Archera"}""");

        (refused.Status, refused.Code).ShouldBe((422, "role-mismatch"));
        refused.Json.GetProperty("errors").TryGetProperty("roleArn", out _).ShouldBeTrue();
        (await gateway.GetAsync($"/api/v1/payer-accounts/{payer}", key))["roleArn"].ShouldBeNull();
    }

    [Fact]
    public async Task Verifying_without_a_role_and_refreshing_without_a_connection_are_conflicts()
    {
        var payer = PayerAccountKey.Parse("aws:123412341234");
        var key = (await gateway.CreateTenantAsync("Early"))["key"]!;
        await gateway.ClaimAsync(payer, key);

        var verification = await gateway.SendAsync("POST", $"/api/v1/payer-accounts/{payer}/verification", key);
        var refresh = await gateway.SendAsync("POST", $"/api/v1/payer-accounts/{payer}/refresh", key);

        (verification.Status, verification.Code).ShouldBe((409, "role-missing"));
        (refresh.Status, refresh.Code).ShouldBe((409, "not-connected"));
    }

    private static string Fill(string path, string payer) => path.Replace("{0}", payer, StringComparison.Ordinal);

    private async Task<HttpAnswer> VerifyAsync(PayerAccountKey payer, string key, string role)
    {
        await gateway.SendAsync(
            "PUT", $"/api/v1/payer-accounts/{payer}/role", key, $$"""{"roleArn":"{{role}}"}""");
        return await gateway.SendAsync("POST", $"/api/v1/payer-accounts/{payer}/verification", key);
    }

    /// <summary>All that the steps show but AWS's request ids, whatever the role is called.</summary>
    private static IEnumerable<string> Shown(HttpAnswer verification, string role) =>
        verification.Json.GetProperty("steps").EnumerateArray().Select(step => string
            .Join('|', new[] { "id", "outcome", "detail", "remedy" }.Select(name => step.GetProperty(name).ToString()))
            .Replace(role, "<role>", StringComparison.Ordinal));
}
