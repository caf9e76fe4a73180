using System.Net.Http.Headers;
using System.Text;
using Archera.Client.Keys;

namespace Archera.UnitTests.Gateway;

/// <summary>The fixture's cluster throws at any call, so each 4xx here was given before a grain was asked.</summary>
public sealed class BadInputTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string Days = "start=2026-01-01&end=2026-01-31";
    private const string Claim = """{"accountId":"111122223333","partition":"aws","tier":"Trial"}""";

    private static ApiKey Tenant => GatewayFixture.TenantKey;

    private static ApiKey Operator => GatewayFixture.OperatorKey;

    [Theory]
    [InlineData("", "end", "start")]
    [InlineData("start=2026-01-01", "end")]
    [InlineData("start=2026-1-1&end=2026-01-31", "start")]
    [InlineData("start=2026-02-30&end=2026-03-31", "start")]
    [InlineData("start=&end=2026-01-31", "start")]
    [InlineData("start=1999-12-31&end=2000-01-31", "start")]
    [InlineData("start=2100-12-31&end=2101-01-01", "end")]
    [InlineData("start=2026-01-31&end=2026-01-31", "end")]
    [InlineData("start=2026-02-01&end=2026-01-31", "end")]
    [InlineData("start=1986-01-01&end=2026-01-01", "start")]
    [InlineData("start=2024-01-01&end=2025-02-05", "end")]
    [InlineData(Days + "&granularity=Hourly", "granularity")]
    [InlineData(Days + "&granularity=daily", "granularity")]
    [InlineData(Days + "&granularity=0", "granularity")]
    [InlineData(Days + "&metric=BlendedCost", "metric")]
    [InlineData(Days + "&metric=", "metric")]
    [InlineData(Days + "&groupBy=Zone", "groupBy")]
    [InlineData(Days + "&groupBy=Service,Service", "groupBy")]
    [InlineData(Days + "&groupBy=Service,", "groupBy")]
    [InlineData(Days + "&groupBy=Service,LinkedAccount,RecordType", "groupBy")]
    [InlineData(Days + "&groupBy=Service&groupBy=RecordType", "groupBy")]
    [InlineData(Days + "&payerAccount=111122223333", "payerAccount")]
    [InlineData(Days + "&payerAccount=aws:11112222333", "payerAccount")]
    [InlineData(Days + "&linkedAccount=1e11", "linkedAccount")]
    [InlineData(Days + "&linkedAccount=111122223333&linkedAccount=", "linkedAccount")]
    [InlineData(Days + "&service=", "service")]
    [InlineData(Days + "&service=a%00b", "service")]
    [InlineData(Days + "&recordType=", "recordType")]
    [InlineData(Days + "&asOf=yesterday", "asOf")]
    [InlineData(Days + "&asOf=2026-01-01T00:00:00Z", "asOf")]
    [InlineData(Days + "&requireComplete=1", "requireComplete")]
    [InlineData(Days + "&requireComplete=True", "requireComplete")]
    [InlineData(Days + "&start=2026-01-02", "start")]
    [InlineData(Days + "&Start=2026-01-02", "Start")]
    [InlineData(Days + "&tenant=t-abcdefgh", "tenant")]
    [InlineData(Days + "&limit=10", "limit")]
    [InlineData("Start=2026-01-01&end=2026-01-31", "Start")]
    public async Task A_bad_cost_query_is_400_with_the_parameter_at_fault(string query, params string[] fields)
    {
        var answer = await gateway.GetAsync("/api/v1/costs?" + query, Tenant);

        answer.ShouldBlame(fields);
    }

    [Theory]
    [InlineData("", "month")]
    [InlineData("month=2026-13", "month")]
    [InlineData("month=1999-12", "month")]
    [InlineData("month=2026-01&month=2026-02", "month")]
    [InlineData("month=2026-01&payerAccount=111122223333", "payerAccount")]
    [InlineData("month=2026-01&requireComplete=maybe", "requireComplete")]
    [InlineData("month=2026-01&requireComplete=True", "requireComplete")]
    [InlineData("month=2026-01&asOf=2026-01-05", "asOf")]
    [InlineData("month=2026-01&format=xml", "format")]
    public async Task A_bad_question_about_totals_is_400_with_the_parameter_at_fault(
        string query, params string[] fields)
    {
        var answer = await gateway.GetAsync("/api/v1/reconciliation?" + query, Tenant);

        answer.ShouldBlame(fields);
    }

    [Theory]
    [InlineData(Days, "since")]
    [InlineData(Days + "&since=yesterday", "since")]
    [InlineData(Days + "&since=2026-02-01&asOf=2026-02-01", "since")]
    [InlineData("since=2026-02-01", "end", "start")]
    [InlineData(Days + "&since=2026-02-01&since=2026-02-02", "since")]
    public async Task A_bad_question_about_changes_is_400_with_the_parameter_at_fault(
        string query, params string[] fields)
    {
        var answer = await gateway.GetAsync("/api/v1/costs/changes?" + query, Tenant);

        answer.ShouldBlame(fields);
    }

    [Theory]
    [InlineData("service", 257)]
    [InlineData("recordType", 257)]
    public async Task A_filter_value_over_its_length_is_400(string name, int length)
    {
        var answer = await gateway.GetAsync($"/api/v1/costs?{Days}&{name}={new string('x', length)}", Tenant);

        answer.ShouldBlame(name);
    }

    [Fact]
    public async Task A_filter_with_too_many_values_is_400()
    {
        var many = string.Concat(Enumerable.Range(0, 401).Select(n => $"&service=s{n}"));

        var answer = await gateway.GetAsync($"/api/v1/costs?{Days}{many}", Tenant);

        answer.ShouldBlame("service");
    }

    [Fact]
    public async Task As_many_accounts_as_the_filters_take_fit_the_address()
    {
        var payers = string.Concat(Enumerable.Repeat("&payerAccount=aws-us-gov:111122223333", 400));
        var linked = string.Concat(Enumerable.Repeat("&linkedAccount=111122223333", 400));

        var answer = await gateway.GetAsync($"/api/v1/costs?{Days}{payers}{linked}&metric=None", Tenant);

        answer.ShouldBlame("metric");
    }

    [Theory]
    [InlineData("""{"partition":"aws","tier":"Trial"}""", "accountId")]
    [InlineData("""{"accountId":111122223333,"partition":"aws","tier":"Trial"}""", "accountId")]
    [InlineData("""{"accountId":"11112222333","partition":"aws","tier":"Trial"}""", "accountId")]
    [InlineData("""{"accountId":"1111222233334","partition":"aws","tier":"Trial"}""", "accountId")]
    [InlineData("""{"accountId":"11112222333٣","partition":"aws","tier":"Trial"}""", "accountId")]
    [InlineData("""{"accountId":null,"partition":"aws","tier":"Trial"}""", "accountId")]
    [InlineData("""{"accountId":["111122223333"],"partition":"aws","tier":"Trial"}""", "accountId")]
    [InlineData("""{"accountId":"111122223333","partition":"aws-mars","tier":"Trial"}""", "partition")]
    [InlineData("""{"accountId":"111122223333","partition":"aws","tier":"trial"}""", "tier")]
    [InlineData("""{"accountId":"111122223333","partition":"aws","tier":0}""", "tier")]
    [InlineData("""{"accountId":"111122223333","partition":"aws","tier":"1"}""", "tier")]
    [InlineData("""{"accountId":"111122223333","partition":"aws","tier":"Trial","mode":"Member"}""", "mode")]
    [InlineData("""{"accountId":"111122223333","partition":"aws","tier":"Trial","colour":"red"}""", "colour")]
    [InlineData("""{"AccountId":"111122223333","partition":"aws","tier":"Trial"}""", "AccountId", "accountId")]
    [InlineData("""{"tier":"Trial","accountId":"111122223333","tier":"Trial","partition":"aws"}""", "tier")]
    [InlineData("{}", "accountId", "partition", "tier")]
    public async Task A_bad_claim_is_400_with_the_member_at_fault(string body, params string[] fields)
    {
        var answer = await gateway.PostAsync("/api/v1/payer-accounts", Tenant, body);

        answer.ShouldBlame(fields);
    }

    [Fact]
    public async Task An_external_id_from_a_client_is_400_and_never_repeated()
    {
        var answer = await gateway.PostAsync(
            "/api/v1/payer-accounts", Tenant,
            """{"accountId":"111122223333","partition":"aws","tier":"Trial","externalId":"my-own-secret"}""");

        answer.ShouldBlame("externalId");
        answer.Text.ShouldContain("issued here and never accepted from a client");
        answer.Text.ShouldNotContain("my-own-secret");
    }

    [Theory]
    [InlineData("aws-us-gov")]
    [InlineData("aws-cn")]
    public async Task A_partition_without_both_credentials_and_principal_is_422(string partition)
    {
        var answer = await gateway.PostAsync(
            "/api/v1/payer-accounts", Tenant,
            $$"""{"accountId":"111122223333","partition":"{{partition}}","tier":"Trial"}""");

        (answer.Status, answer.Code).ShouldBe((422, "partition-not-served"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("{} {}")]
    [InlineData("{\"accountId\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":\"x\"}")]
    [InlineData("""{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}}}""")]
    [InlineData("<html></html>")]
    public async Task A_body_that_is_no_JSON_object_is_400_without_a_stack(string body)
    {
        var answer = await gateway.PostAsync("/api/v1/payer-accounts", Tenant, body);

        (answer.Status, answer.Code).ShouldBe((400, "invalid-request"));
        answer.Text.ShouldNotContain("   at ");
        answer.Text.ShouldNotContain("System.");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task A_body_of_another_type_is_415(string? type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Claim));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

        var answer = await gateway.SendAsync(HttpMethod.Post, "/api/v1/payer-accounts", Tenant, content);

        (answer.Status, answer.Code).ShouldBe((415, "unsupported-media-type"));
    }

    [Theory]
    [InlineData("/api/v1/payer-accounts", "POST", false)]
    [InlineData("/api/v1/payer-accounts", "POST", true)]
    [InlineData("/api/v1/payer-accounts/aws:111122223333/role", "PUT", false)]
    [InlineData("/api/v1/payer-accounts/aws:111122223333/refresh", "POST", true)]
    [InlineData("/api/v1/payer-accounts/aws:111122223333/verification", "POST", false)]
    public async Task A_body_of_10_MB_is_413(string path, string method, bool chunked)
    {
        using var content = GatewayFixture.Json(
            $$"""{"accountId":"{{new string('1', 10 * 1024 * 1024)}}"}""");
        if (chunked)
            content.Headers.ContentLength = null;
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Tenant.Reveal());
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);

        var answer = await GatewayAnswer.ReadAsync(response);
        (answer.Status, answer.Code).ShouldBe((413, "body-too-large"));
    }

    [Fact]
    public Task A_role_of_2049_characters_is_400() => A_malformed_role_is_400(
        $"arn:aws:iam::111122223333:role/{string.Concat(Enumerable.Repeat("path/", 403))}R".PadRight(2_049, 'x'));

    [Theory]
    [InlineData("arn:aws:iam::11112222333:role/Archera")]
    [InlineData("arn:aws:iam::111122223333:user/Archera")]
    [InlineData("arn:aws:iam::111122223333:role/")]
    [InlineData("arn:aws-mars:iam::111122223333:role/Archera")]
    [InlineData("arn:aws:iam::111122223333:role/Archera\\n")]
    [InlineData("arn:aws:iam::111122223333:role/Archera\\r\\nHost: evil.example")]
    [InlineData("arn:aws:iam::111122223333:role/../x")]
    [InlineData("arn:aws:iam::111122223333:role/a/./x")]
    [InlineData("arn:aws.evil.example/:iam::111122223333:role/Archera")]
    [InlineData("arn:aws@127.0.0.1:iam::111122223333:role/Archera")]
    [InlineData("Archera")]
    [InlineData("")]
    public async Task A_malformed_role_is_400(string arn)
    {
        using var body = GatewayFixture.Json($$"""{"roleArn":"{{arn}}"}""");

        var answer = await gateway.SendAsync(
            HttpMethod.Put, "/api/v1/payer-accounts/aws:111122223333/role", Tenant, body);

        answer.ShouldBlame("roleArn");
    }

    [Theory]
    [InlineData("GET", "111122223333")]
    [InlineData("GET", "aws:1")]
    [InlineData("GET", "AWS:111122223333")]
    [InlineData("POST", "aws:1/refresh")]
    [InlineData("POST", "aws:1/verification")]
    [InlineData("GET", "aws:1/verification")]
    [InlineData("GET", "aws:1/onboarding/aws-cli.sh")]
    [InlineData("GET", "aws:1/onboarding/permissions.json")]
    [InlineData("GET", "aws:1/permissions")]
    public async Task A_malformed_payer_account_in_the_path_is_400(string method, string path)
    {
        var answer = await gateway.SendAsync(HttpMethod.Parse(method), "/api/v1/payer-accounts/" + path, Tenant);

        answer.ShouldBlame("payerAccount");
    }

    [Theory]
    [InlineData("""{}""", null, "name")]
    [InlineData("""{"name":""}""", null, "name")]
    [InlineData("""{"name":" a"}""", null, "name")]
    [InlineData("""{"name":"a\u0007"}""", null, "name")]
    [InlineData("""{"name":5}""", null, "name")]
    [InlineData("""{"name":"a","tenantId":"t-abcdefgh"}""", null, "tenantId")]
    [InlineData("""{"name":"a"}""", "", "Idempotency-Key")]
    [InlineData("""{"name":"a"}""", "a\tb", "Idempotency-Key")]
    public async Task A_bad_tenant_is_400_with_the_field_at_fault(string body, string? idempotencyKey, string field)
    {
        var answer = await gateway.SendAsync(
            HttpMethod.Post, "/api/v1/operator/tenants", Operator, GatewayFixture.Json(body), idempotencyKey);

        answer.ShouldBlame(field);
    }

    [Fact]
    public async Task A_header_of_bytes_that_are_no_UTF_8_is_400_by_name()
    {
        using var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 };
        using var http = new HttpClient(handler) { BaseAddress = gateway.Http.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/operator/tenants")
        {
            Content = GatewayFixture.Json("""{"name":"a"}"""),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Operator.Reveal());
        request.Headers.TryAddWithoutValidation("Idempotency-Key", "caf\u00e9");

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        (await GatewayAnswer.ReadAsync(response)).ShouldBlame("Idempotency-Key");
    }

    [Fact]
    public async Task A_name_of_101_characters_and_a_key_of_256_are_400_together()
    {
        using var body = GatewayFixture.Json($$"""{"name":"{{new string('n', 101)}}"}""");

        var answer = await gateway.SendAsync(
            HttpMethod.Post, "/api/v1/operator/tenants", Operator, body, new string('k', 256));

        answer.ShouldBlame("Idempotency-Key", "name");
    }

    [Theory]
    [InlineData("/api/v1/payer-accounts?all=true", "all")]
    [InlineData("/api/v1/payer-accounts/aws:111122223333?x=1", "x")]
    [InlineData("/api/v1/operations/aws:111122223333-1?x=1&y=2", "x", "y")]
    public async Task An_unknown_parameter_is_400_by_name_on_every_route(string path, params string[] fields)
    {
        var answer = await gateway.GetAsync(path, Tenant);

        answer.ShouldBlame(fields);
    }

    [Fact]
    public async Task A_body_where_none_is_due_is_400()
    {
        var answer = await gateway.PostAsync(
            "/api/v1/payer-accounts/aws:111122223333/refresh", Tenant, """{"from":"2026-01-01"}""");

        answer.ShouldBlame("from");
    }

    [Fact]
    public async Task A_thousand_unknown_members_name_twenty()
    {
        var members = string.Join(",", Enumerable.Range(0, 1000).Select(n => $"\"m{n}\":1"));

        var answer = await gateway.PostAsync("/api/v1/payer-accounts", Tenant, $"{{{members}}}");

        answer.Status.ShouldBe(400);
        answer.Fields.Length.ShouldBe(20);
    }
}
