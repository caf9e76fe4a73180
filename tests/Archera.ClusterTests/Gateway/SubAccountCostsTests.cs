using System.Text.Json;
using Archera.Contracts.Identity;

namespace Archera.ClusterTests.Gateway;

public sealed class SubAccountCostsTests(GatewayOnFleet gateway) : IClassFixture<GatewayOnFleet>
{
    [Fact]
    public async Task Carry_what_is_wrong_with_them_as_fields_until_the_payer_is_connected()
    {
        var alone = PayerAccountKey.Parse("aws:" + gateway.Fleet.Aws.World.Organizations[0].Accounts[1].Id);
        var key = await gateway.OnboardAsync(alone, "SubAccount");
        var days = gateway.Fleet.History;
        var path = $"/api/v1/costs?start={days.Start:yyyy-MM-dd}&end={days.End:yyyy-MM-dd}&metric=NetUnblendedCost"
            + "&requireComplete=true";

        var before = await gateway.GetAsync(path, key);
        await gateway.ConnectAsync(gateway.Fleet.Payer(0), key);
        var after = await gateway.GetAsync(path, key);

        before.Status.ShouldBe(200, before.Text);
        Caveats(before).Select(caveat => Text(caveat, "figure"))
            .ShouldBe(["Coverage", "Savings", "NetSpend", "SharedDiscounts", "Credits"]);
        Caveats(before).Where(caveat => caveat.GetProperty("isInAnswer").GetBoolean())
            .Select(caveat => Text(caveat, "figure")).ShouldBe(["NetSpend", "SharedDiscounts", "Credits"]);
        Caveats(before).ShouldAllBe(caveat => Text(caveat, "account") == alone.ToString());
        Caveats(before).ShouldAllBe(caveat => Text(caveat, "reason")!.Length > 40);
        after.Status.ShouldBe(200, after.Text);
        Caveats(after).ShouldBeEmpty();
        after.Headers.ETag.ShouldNotBe(before.Headers.ETag);
    }

    private static JsonElement[] Caveats(HttpAnswer answer) =>
        [.. answer.Json.GetProperty("caveats").EnumerateArray()];

    private static string? Text(JsonElement caveat, string member) => caveat.GetProperty(member).GetString();
}
