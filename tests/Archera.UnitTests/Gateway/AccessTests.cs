using Archera.Client.Keys;

namespace Archera.UnitTests.Gateway;

public sealed class AccessTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    public static TheoryData<string, string> TenantRoutes => new()
    {
        { "GET", "/api/v1/payer-accounts" },
        { "POST", "/api/v1/payer-accounts" },
        { "GET", "/api/v1/payer-accounts/aws:111122223333" },
        { "PUT", "/api/v1/payer-accounts/aws:111122223333/role" },
        { "POST", "/api/v1/payer-accounts/aws:111122223333/verification" },
        { "GET", "/api/v1/payer-accounts/aws:111122223333/verification" },
        { "POST", "/api/v1/payer-accounts/aws:111122223333/refresh" },
        { "GET", "/api/v1/payer-accounts/aws:111122223333/onboarding/cloudformation.yaml" },
        { "GET", "/api/v1/payer-accounts/aws:111122223333/onboarding/stackset.yaml" },
        { "GET", "/api/v1/payer-accounts/aws:111122223333/onboarding/terraform.tf" },
        { "GET", "/api/v1/payer-accounts/aws:111122223333/onboarding/aws-cli.sh" },
        { "GET", "/api/v1/payer-accounts/aws:111122223333/onboarding/permissions.json" },
        { "GET", "/api/v1/payer-accounts/aws:111122223333/permissions" },
        { "DELETE", "/api/v1/payer-accounts/aws:111122223333" },
        { "GET", "/api/v1/operations/aws:111122223333-1" },
        { "GET", "/api/v1/receipts" },
        { "GET", "/api/v1/receipts/rcp-abcdefghijklmnopqrst" },
        { "GET", "/api/v1/receipt-keys" },
        { "GET", "/api/v1/costs?start=2026-01-01&end=2026-01-02" },
    };

    public static TheoryData<string, string> OperatorRoutes => new()
    {
        { "POST", "/api/v1/operator/tenants" },
        { "GET", "/api/v1/operator/tenants" },
        { "POST", "/api/v1/operator/tenants/t-abcdefgh/keys" },
        { "DELETE", "/api/v1/operator/tenants/t-abcdefgh/keys/abcdefgh" },
    };

    [Theory]
    [MemberData(nameof(TenantRoutes))]
    [MemberData(nameof(OperatorRoutes))]
    public async Task Without_a_key_every_route_is_401(string method, string path)
    {
        var answer = await gateway.SendAsync(HttpMethod.Parse(method), path, key: null);

        (answer.Status, answer.Code).ShouldBe((401, "unauthenticated"));
        answer.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer");
        answer.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [MemberData(nameof(TenantRoutes))]
    public async Task An_operator_key_on_a_tenant_route_is_403(string method, string path)
    {
        var answer = await gateway.SendAsync(HttpMethod.Parse(method), path, GatewayFixture.OperatorKey);

        (answer.Status, answer.Code).ShouldBe((403, "forbidden"));
    }

    [Theory]
    [MemberData(nameof(OperatorRoutes))]
    public async Task A_tenant_key_on_an_operator_route_is_403(string method, string path)
    {
        var answer = await gateway.SendAsync(HttpMethod.Parse(method), path, GatewayFixture.TenantKey);

        (answer.Status, answer.Code).ShouldBe((403, "forbidden"));
    }

    [Fact]
    public async Task An_unknown_id_and_a_wrong_secret_are_answered_alike()
    {
        ApiKey.TryParse("arc_tenant01_wrongwrongwrongwrongwrongwrong00", out var wrong).ShouldBeTrue();

        var unknown = await gateway.GetAsync("/api/v1/payer-accounts", ApiKey.Generate());
        var refused = await gateway.GetAsync("/api/v1/payer-accounts", wrong);

        unknown.Status.ShouldBe(401);
        unknown.WithoutTraceId.ShouldBe(refused.WithoutTraceId);
    }

    [Theory]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer arc_short")]
    [InlineData("Bearer arc_tenant01-tenanttenanttenanttenanttenant00")]
    [InlineData("arc_tenant01_tenanttenanttenanttenanttenant00")]
    public async Task A_malformed_header_is_401(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/payer-accounts");
        request.Headers.TryAddWithoutValidation("Authorization", header).ShouldBeTrue();

        using var response = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(401);
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/problems/not-found")]
    public async Task Open_routes_answer_without_asking_the_cluster_about_a_key(string path)
    {
        gateway.ClusterThrows = GatewayFixture.NeverAsked;

        var answer = await gateway.GetAsync(path, ApiKey.Generate());

        answer.Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404, "not-found")]
    [InlineData("GET", "/nothing", 404, "not-found")]
    [InlineData("DELETE", "/api/v1/costs", 405, "method-not-allowed")]
    public async Task What_has_no_route_is_a_problem_too(string method, string path, int status, string code)
    {
        var answer = await gateway.SendAsync(HttpMethod.Parse(method), path, key: null);

        (answer.Status, answer.Code, answer.MediaType).ShouldBe((status, code, "application/problem+json"));
    }

    [Theory]
    [InlineData("/api/v1/operations/nonsense")]
    [InlineData("/api/v1/operations/aws:111122223333-01")]
    [InlineData("/api/v1/operations/aws:111122223333-99999999999999999999")]
    [InlineData("/api/v1/nothing")]
    public async Task What_is_not_there_is_the_same_404_byte_for_byte(string path)
    {
        var reference = await gateway.GetAsync("/api/v1/operations/other", GatewayFixture.TenantKey);

        var answer = await gateway.GetAsync(path, GatewayFixture.TenantKey);

        answer.Status.ShouldBe(404);
        answer.WithoutTraceId.ShouldBe(reference.WithoutTraceId);
    }
}
