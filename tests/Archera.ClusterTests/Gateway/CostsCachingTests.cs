using System.Net.Http.Headers;
using Archera.Contracts.Identity;
using Archera.Sandbox.Aws.Faults;

namespace Archera.ClusterTests.Gateway;

public sealed class CostsCachingTests(GatewayOnFleet gateway) : IClassFixture<GatewayOnFleet>
{
    [Fact]
    public async Task An_answer_that_stopped_being_whole_is_never_304()
    {
        var key = await gateway.OnboardAsync(gateway.Fleet.Payer(0));
        var days = gateway.Fleet.History;
        var path = $"/api/v1/costs?start={days.Start:yyyy-MM-dd}&end={days.End.AddDays(1):yyyy-MM-dd}&groupBy=Service";

        var whole = await gateway.GetAsync(path, key);
        (whole.Status, whole.Json.GetProperty("completeness").GetProperty("isComplete").GetBoolean())
            .ShouldBe((200, true), whole.Text);
        whole.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        (await AgainAsync(path, key, whole)).Status.ShouldBe(304);

        gateway.Fleet.MoveTo(gateway.Fleet.Today.AddDays(1));

        var partial = await AgainAsync(path, key, whole);
        partial.Status.ShouldBe(200);
        partial.Json.GetProperty("completeness").GetProperty("isComplete").GetBoolean().ShouldBeFalse();
        partial.Headers.ETag.ShouldNotBe(whole.Headers.ETag);
        (await AgainAsync(path, key, partial)).Status.ShouldBe(304);
        var refused = await gateway.GetAsync(path + "&requireComplete=true", key);
        (refused.Status, refused.Code).ShouldBe((409, "incomplete"));
        refused.Json.GetProperty("completeness").GetProperty("late").EnumerateArray()
            .Select(late => late.GetProperty("account").GetString()).Distinct()
            .ShouldBe([gateway.Fleet.Payer(0).ToString()]);
        refused.Completeness.ShouldBe(partial.Completeness);
    }

    [Fact]
    public async Task An_account_that_turns_late_between_two_equal_requests_is_never_304()
    {
        var payer = gateway.Fleet.Payer(1);
        var key = await gateway.OnboardAsync(payer);
        var days = gateway.Fleet.History;
        var path = $"/api/v1/costs?start={days.Start:yyyy-MM-dd}&end={days.End.AddDays(-1):yyyy-MM-dd}";
        var whole = await gateway.GetAsync(path, key);
        (await AgainAsync(path, key, whole)).Status.ShouldBe(304);
        gateway.Fleet.Aws.Faults.Replace(
            [new Fault(FaultKind.Html200, 1, Service: "ce", Account: payer.AccountId.Value)]);

        var refresh = await gateway.SendAsync("POST", $"/api/v1/payer-accounts/{payer}/refresh", key);
        OperationId.TryParse(refresh["id"], out var operation).ShouldBeTrue(refresh.Text);
        await gateway.Fleet.EndAsync(gateway.TenantOf(key), operation);

        var late = await AgainAsync(path, key, whole);
        late.Status.ShouldBe(200);
        late.Headers.ETag.ShouldNotBe(whole.Headers.ETag);
        late.Json.GetProperty("totals").GetRawText().ShouldBe(whole.Json.GetProperty("totals").GetRawText());
        late.Json.GetProperty("completeness").GetProperty("late")[0].GetProperty("reason").GetString()
            .ShouldBe("not-an-aws-answer");
        gateway.Fleet.Aws.Faults.Replace([]);
    }

    private Task<HttpAnswer> AgainAsync(string path, string key, HttpAnswer before) => gateway.SendAsync(
        "GET", path, key, json: null, ("If-None-Match", new EntityTagHeaderValue(before.Headers.ETag!.Tag).ToString()));
}
