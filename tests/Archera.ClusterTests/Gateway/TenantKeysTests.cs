namespace Archera.ClusterTests.Gateway;

public sealed class TenantKeysTests(GatewayOnFleet gateway) : IClassFixture<GatewayOnFleet>
{
    private const string Tenants = "/api/v1/operator/tenants";

    [Fact]
    public async Task The_same_idempotency_key_returns_the_same_answer_key_included()
    {
        var first = await gateway.CreateTenantAsync("Same", ("Idempotency-Key", "same-1"));

        var repeat = await gateway.CreateTenantAsync("Same", ("Idempotency-Key", "same-1"));

        (first.Status, repeat.Status).ShouldBe((201, 201));
        repeat.Text.ShouldBe(first.Text);
        (await gateway.GetAsync("/api/v1/payer-accounts", first["key"]!)).Status.ShouldBe(200);
        (await TenantAsync(first["tenantId"]!)).GetProperty("keyIds").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task An_idempotency_key_of_the_greatest_length_is_taken()
    {
        var created = await gateway.CreateTenantAsync("Long", ("Idempotency-Key", new string('k', 255)));

        created.Status.ShouldBe(201, created.Text);
    }

    [Fact]
    public async Task An_idempotency_key_with_another_name_is_422()
    {
        await gateway.CreateTenantAsync("One", ("Idempotency-Key", "other-1"));

        var reused = await gateway.CreateTenantAsync("Two", ("Idempotency-Key", "other-1"));

        (reused.Status, reused.Code).ShouldBe((422, "idempotency-key-reused"));
    }

    [Fact]
    public async Task A_repeat_does_not_bring_a_revoked_key_back()
    {
        var first = await gateway.CreateTenantAsync("Gone", ("Idempotency-Key", "gone-1"));
        var path = KeyPath(first["tenantId"]!, first["key"]!);
        var revoked = await gateway.SendAsync("DELETE", path, gateway.OperatorKey);

        var repeat = await gateway.CreateTenantAsync("Gone", ("Idempotency-Key", "gone-1"));

        (revoked.Status, repeat.Status, repeat.Code).ShouldBe((204, 422, "idempotency-key-reused"));
        (await gateway.GetAsync("/api/v1/payer-accounts", first["key"]!)).Status.ShouldBe(401);
        (await TenantAsync(first["tenantId"]!)).GetProperty("keyIds").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_further_key_works_until_it_is_revoked()
    {
        var tenantId = (await gateway.CreateTenantAsync("Further"))["tenantId"]!;
        var further = await gateway.SendAsync("POST", $"{Tenants}/{tenantId}/keys", gateway.OperatorKey);
        further.Status.ShouldBe(201, further.Text);
        var key = further["key"]!;
        (await gateway.GetAsync("/api/v1/payer-accounts", key)).Status.ShouldBe(200);

        var revoked = await gateway.SendAsync("DELETE", KeyPath(tenantId, key), gateway.OperatorKey);

        revoked.Status.ShouldBe(204);
        (await gateway.GetAsync("/api/v1/payer-accounts", key)).Status.ShouldBe(401);
        (await gateway.SendAsync("DELETE", KeyPath(tenantId, key), gateway.OperatorKey)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Keys_of_an_unknown_tenant_and_of_another_tenant_are_the_same_404()
    {
        var owner = await gateway.CreateTenantAsync("Owner");
        var other = (await gateway.CreateTenantAsync("Other"))["tenantId"]!;

        var foreign = await gateway.SendAsync("DELETE", KeyPath(other, owner["key"]!), gateway.OperatorKey);
        var unknown = await gateway.SendAsync("POST", $"{Tenants}/t-nobodynobody/keys", gateway.OperatorKey);

        (foreign.Status, unknown.Status).ShouldBe((404, 404));
        foreign.WithoutTraceId.ShouldBe(unknown.WithoutTraceId);
        (await gateway.GetAsync("/api/v1/payer-accounts", owner["key"]!)).Status.ShouldBe(200);
    }

    private static string KeyPath(string tenantId, string key) => $"{Tenants}/{tenantId}/keys/{key[4..12]}";

    private async Task<System.Text.Json.JsonElement> TenantAsync(string tenantId)
    {
        var tenants = await gateway.GetAsync(Tenants, gateway.OperatorKey);
        return tenants.Json.EnumerateArray().Single(tenant => tenant.GetProperty("tenantId").GetString() == tenantId);
    }
}
