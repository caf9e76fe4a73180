using Archera.Contracts.Identity;

namespace Archera.ClusterTests.Gateway;

public sealed class CostExportTests(GatewayOnFleet gateway) : IClassFixture<GatewayOnFleet>
{
    [Fact]
    public async Task Reading_the_same_bill_again_gives_the_same_bytes()
    {
        var payer = gateway.Fleet.Payer(0);
        var key = await gateway.OnboardAsync(payer);
        var path = Path("costs") + "&groupBy=Service,LinkedAccount&format=csv";
        var changes = Path("costs/changes") + $"&since={gateway.Fleet.Today.AddDays(-1):yyyy-MM-dd}&format=csv";

        string[] once = [(await gateway.GetAsync(path, key)).Text, (await gateway.GetAsync(changes, key)).Text];
        for (var again = 0; again < 2; again++)
        {
            var begun = await gateway.SendAsync("POST", $"/api/v1/payer-accounts/{payer}/refresh", key);
            OperationId.TryParse(begun["id"], out var operation).ShouldBeTrue(begun.Text);
            await gateway.Fleet.EndAsync(gateway.TenantOf(key), operation);
            string[] twice = [(await gateway.GetAsync(path, key)).Text, (await gateway.GetAsync(changes, key)).Text];
            twice.ShouldBe(once);
        }

        once[0].ShouldStartWith("period,Service,LinkedAccount,amount,currency,estimated,incomplete\r\n");
        once[0].Split("\r\n").Length.ShouldBeGreaterThan(9);
    }

    private string Path(string report)
    {
        var days = gateway.Fleet.History;
        return FormattableString.Invariant(
            $"/api/v1/{report}?start={days.Start:yyyy-MM-dd}&end={days.End:yyyy-MM-dd}");
    }
}
