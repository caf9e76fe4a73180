using Archera.ClusterTests.Fixture;
using Archera.Contracts.Identity;

namespace Archera.ClusterTests.Gateway;

public sealed class BackfillRouteTests(GatewayOnFleet gateway) : IClassFixture<GatewayOnFleet>
{
    private TestFleet Fleet => gateway.Fleet;

    [Fact]
    public async Task Names_the_price_first_and_is_started_once()
    {
        var payer = Fleet.Payer(0);
        var key = await gateway.OnboardAsync(payer);
        var path = $"/api/v1/payer-accounts/{payer}/backfill";
        var first = new DateOnly(Fleet.Today.Year, Fleet.Today.Month, 1).AddMonths(-13);

        var offered = await gateway.GetAsync(path, key);

        offered.Status.ShouldBe(200, offered.Text);
        offered["state"].ShouldBe("None");
        (offered["firstDay"], offered["lastDay"]).ShouldBe(
            ($"{first:yyyy-MM-dd}", $"{Fleet.Today.AddDays(-TestFleet.HistoryDays - 1):yyyy-MM-dd}"));
        offered["operation"].ShouldBeNull();
        var plan = offered.Json;
        var datasets = plan.GetProperty("datasets").EnumerateArray().ToArray();
        datasets.Length.ShouldBe(TestFleet.CostDatasets);
        // Each month is compared with AWS's own total, too: a cent each.
        var (calls, months) = (plan.GetProperty("calls").GetInt32(), plan.GetProperty("months").GetInt32());
        calls.ShouldBe(datasets.Sum(dataset => dataset.GetProperty("calls").GetInt32()) + months);
        offered["costUsd"].ShouldBe(FormattableString.Invariant($"{calls * 0.01m}"));

        var started = await gateway.SendAsync("POST", path, key);
        var again = await gateway.SendAsync("POST", path, key);

        (started.Status, started["kind"], started["state"]).ShouldBe((202, "Backfill", "Running"));
        again["id"].ShouldBe(started["id"]);
        OperationId.TryParse(started["id"], out _).ShouldBeTrue();
        (await gateway.GetAsync($"/api/v1/operations/{started["id"]}", key))["kind"].ShouldBe("Backfill");
        (await gateway.GetAsync(path, key))["operation"].ShouldBe(started["id"]);
    }

    [Fact]
    public async Task Of_an_account_that_is_not_connected_is_a_conflict()
    {
        var payer = Fleet.Payer(1);
        var key = (await gateway.CreateTenantAsync("Early"))["key"]!;
        await gateway.ClaimAsync(payer, key);

        var price = await gateway.GetAsync($"/api/v1/payer-accounts/{payer}/backfill", key);
        var started = await gateway.SendAsync("POST", $"/api/v1/payer-accounts/{payer}/backfill", key);

        (price.Status, price.Code).ShouldBe((409, "not-connected"));
        (started.Status, started.Code).ShouldBe((409, "not-connected"));
    }
}
