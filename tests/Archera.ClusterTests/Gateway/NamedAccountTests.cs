using System.Text.Json;
using Archera.Contracts.Identity;

namespace Archera.ClusterTests.Gateway;

/// <summary>A filter that names accounts is answered about each of them.</summary>
public sealed class NamedAccountTests(GatewayOnFleet gateway) : IClassFixture<GatewayOnFleet>
{
    [Fact]
    public async Task One_that_was_never_connected_is_said_to_be_missing_and_counts_among_those_expected_nowhere()
    {
        var (connected, issued) = (gateway.Fleet.Payer(0), gateway.Fleet.Payer(1));
        var key = await gateway.OnboardAsync(connected);
        await gateway.ClaimAsync(issued, key);

        var alone = await CostsAsync(key, $"&payerAccount={issued}");
        var both = await CostsAsync(key, $"&payerAccount={issued}&payerAccount={connected}");
        var all = await CostsAsync(key, "");
        var required = await CostsAsync(key, $"&payerAccount={issued}&requireComplete=true");

        ShouldMiss(alone, issued, accounts: 0);
        ShouldMiss(both, issued, accounts: 1);
        Of(both).GetProperty("daysReceived").GetInt32().ShouldBe(5);
        (Of(all).GetProperty("isComplete").GetBoolean(), Of(all).GetProperty("accountsExpected").GetInt32())
            .ShouldBe((true, 1));
        (required.Status, required.Code).ShouldBe((409, "incomplete"));
    }

    [Fact]
    public async Task Without_a_filter_nothing_is_expected_of_claims_that_were_never_connected()
    {
        var key = (await gateway.CreateTenantAsync("Beginner"))["key"]!;
        await gateway.ClaimAsync(gateway.Fleet.Payer(1), key);

        var costs = await CostsAsync(key, "&requireComplete=true");

        (costs.Status, Of(costs).GetProperty("accountsExpected").GetInt32()).ShouldBe((200, 0));
    }

    private static void ShouldMiss(HttpAnswer costs, PayerAccountKey account, int accounts)
    {
        var completeness = Of(costs);
        completeness.GetProperty("isComplete").GetBoolean().ShouldBeFalse();
        completeness.GetProperty("accountsExpected").GetInt32().ShouldBe(accounts);
        completeness.GetProperty("accountsReceived").GetInt32().ShouldBe(accounts);
        var late = completeness.GetProperty("late").EnumerateArray().ShouldHaveSingleItem();
        (late.GetProperty("account").GetString(), late.GetProperty("reason").GetString())
            .ShouldBe((account.ToString(), "not-connected"));
        late.GetProperty("detail").GetString()!.ShouldContain("Verify its role");
    }

    private static JsonElement Of(HttpAnswer costs) => costs.Json.GetProperty("completeness");

    private Task<HttpAnswer> CostsAsync(string key, string filter)
    {
        var today = gateway.Fleet.Today;
        return gateway.GetAsync(
            $"/api/v1/costs?start={today.AddDays(-5):yyyy-MM-dd}&end={today:yyyy-MM-dd}{filter}", key);
    }
}
