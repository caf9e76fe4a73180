using Archera.Contracts.Identity;

namespace Archera.ClusterTests.Gateway;

public sealed class QuarantineRoutesTests(GatewayOnFleet gateway) : IClassFixture<GatewayOnFleet>
{
    private const string Claims = "/api/v1/operator/claims";

    [Fact]
    public async Task The_operator_sees_whose_claim_waits_and_decides_it_and_the_tenants_learn_it_from_their_events()
    {
        var payer = gateway.Fleet.Payer(0);
        var owner = await gateway.OnboardAsync(payer);
        var claimant = await QuarantineAsync(payer);
        await gateway.Fleet.EventsAsync(TenantId.Parse(claimant["tenantId"]!), 1);

        var open = (await gateway.GetAsync(Claims, gateway.OperatorKey)).Json[0];
        var decided = await gateway.SendAsync(
            "POST",
            $"{Claims}/{open.GetProperty("claimId").GetString()}/decision",
            gateway.OperatorKey,
            """{"decision":"Transfer","reason":"They showed the contract."}""");

        (open.GetProperty("state").GetString(), open.GetProperty("usedByTenantId").GetString())
            .ShouldBe(("Open", gateway.TenantOf(owner).Value));
        (decided.Status, decided["connection"]).ShouldBe((200, "Connected"));
        await gateway.Fleet.EventsAsync(gateway.TenantOf(owner), 2);
        var told = await gateway.GetAsync("/api/v1/events?after=1", owner);
        told.Json.GetProperty("events")[0].GetProperty("kind").GetString().ShouldBe("Refused");
        told.Text.ShouldNotContain("contract");
        told.Text.ShouldNotContain(claimant["tenantId"]!);
        var kept = await gateway.GetAsync(Claims, gateway.OperatorKey);
        kept.Json[0].GetProperty("decidedBy").GetString().ShouldBe(gateway.OperatorKey[4..12]);
        kept.Text.ShouldNotContain(gateway.OperatorKey);
    }

    [Theory]
    [InlineData("aws:111122223333.t-nosuchtenant", """{"decision":"Refuse","reason":"No."}""", 404)]
    [InlineData("nonsense", """{"decision":"Refuse","reason":"No."}""", 404)]
    [InlineData("nonsense", """{"decision":"Perhaps","reason":"No."}""", 400)]
    [InlineData("nonsense", """{"decision":"Refuse"}""", 400)]
    [InlineData("nonsense", """{"decision":"Refuse","reason":"  "}""", 400)]
    public async Task What_can_not_be_decided_is_refused_by_name(string claim, string body, int status)
    {
        var answer = await gateway.SendAsync("POST", $"{Claims}/{claim}/decision", gateway.OperatorKey, body);

        answer.Status.ShouldBe(status);
    }

    [Theory]
    [InlineData("after=-1")]
    [InlineData("after=1e3")]
    [InlineData("limit=0")]
    [InlineData("limit=201")]
    [InlineData("since=1")]
    public async Task Events_are_asked_for_in_numbers(string query)
    {
        var key = (await gateway.CreateTenantAsync("Asker"))["key"]!;

        (await gateway.GetAsync($"/api/v1/events?{query}", key)).Status.ShouldBe(400);
    }

    private async Task<HttpAnswer> QuarantineAsync(PayerAccountKey payer)
    {
        var tenant = await gateway.CreateTenantAsync("Claimant");
        var arn = $"arn:aws:iam::{payer.AccountId}:role/Second";
        var claim = await gateway.ClaimAsync(payer, tenant["key"]!);
        gateway.Fleet.PutRole(arn, new ExternalId(claim["externalId"]!));
        await gateway.SendAsync(
            "PUT", $"/api/v1/payer-accounts/{payer}/role", tenant["key"]!, $$"""{"roleArn":"{{arn}}"}""");
        var verified = await gateway.SendAsync(
            "POST", $"/api/v1/payer-accounts/{payer}/verification", tenant["key"]!);
        verified["connection"].ShouldBe("Quarantined");
        return tenant;
    }
}
