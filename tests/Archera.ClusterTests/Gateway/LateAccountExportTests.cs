using Archera.Sandbox.Aws.Faults;

namespace Archera.ClusterTests.Gateway;

public sealed class LateAccountExportTests(GatewayOnFleet gateway) : IClassFixture<GatewayOnFleet>
{
    [Fact]
    public async Task Body_header_and_sheet_name_an_account_that_is_late()
    {
        var late = gateway.Fleet.Payer(1);
        var key = await gateway.OnboardAsync(gateway.Fleet.Payer(0));
        gateway.Fleet.Aws.Faults.Replace([new Fault(FaultKind.Html200, 1, "ce", Account: late.AccountId.Value)]);
        await gateway.ConnectAsync(late, key);
        var days = gateway.Fleet.History;
        var path = FormattableString.Invariant(
            $"/api/v1/costs?start={days.Start:yyyy-MM-dd}&end={days.End:yyyy-MM-dd}&groupBy=PayerAccount");

        var json = await gateway.GetAsync(path, key);
        var csv = await gateway.SendAsync("GET", path, key, json: null, ("Accept", "text/csv"));
        var refused = await gateway.GetAsync(path + "&format=csv&requireComplete=true", key);

        json.Json.GetProperty("completeness").GetProperty("late")[0].GetProperty("account").GetString()
            .ShouldBe(late.ToString());
        csv.ContentType.ShouldBe("text/csv; charset=utf-8; header=present");
        csv.Completeness.ShouldBe(json.Completeness);
        csv.Completeness!.ShouldStartWith("accounts=1/2; ");
        var rows = csv.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        rows.Count(row => row.Contains(late.ToString())).ShouldBe(1);
        rows[^1].ShouldBe($",{late},,,,{late} CostByServiceAndAccount not-an-aws-answer");
        rows[1..^1].ShouldAllBe(row => row.EndsWith(','));
        (refused.Status, refused.Code).ShouldBe((409, "incomplete"));
        gateway.Fleet.Aws.Faults.Replace([]);
    }
}
