using System.Globalization;
using System.Text.Json;
using Archera.Contracts.Identity;
using Archera.Sandbox.Aws.Truth;

namespace Archera.ClusterTests.Gateway;

public sealed class CustomerJourneyTests(GatewayOnFleet gateway) : IClassFixture<GatewayOnFleet>
{
    private PayerAccountKey Payer => gateway.Fleet.Payer(0);

    [Fact]
    public async Task A_customer_gets_from_a_key_to_the_bill_over_HTTP()
    {
        var tenant = await gateway.CreateTenantAsync("Journey");
        var key = tenant["key"]!;

        var claim = await gateway.ClaimAsync(Payer, key);
        claim.Status.ShouldBe(201, claim.Text);
        claim["vendorPrincipalArn"].ShouldBe(gateway.Fleet.Aws.Vendor.UserArn);
        claim["connection"].ShouldBe("Issued");
        var repeat = await gateway.ClaimAsync(Payer, key);
        (repeat.Status, repeat.Text).ShouldBe((200, claim.Text));

        var arn = $"arn:aws:iam::{Payer.AccountId}:role/Archera";
        gateway.Fleet.PutRole(arn, new ExternalId(claim["externalId"]!));
        var role = await gateway.SendAsync("PUT", Path("role"), key, $$"""{"roleArn":"{{arn}}"}""");
        (role.Status, role["roleArn"]).ShouldBe((200, arn));

        var verified = await gateway.SendAsync("POST", Path("verification"), key);
        verified.Status.ShouldBe(200, verified.Text);
        (verified["state"], verified["connection"]).ShouldBe(("Done", "Connected"), verified.Text);
        verified.Json.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("outcome").GetString())
            .ShouldAllBe(outcome => outcome == "passed" || outcome == "skipped");

        var refresh = await gateway.SendAsync("POST", Path("refresh"), key);
        refresh.Status.ShouldBe(202, refresh.Text);
        refresh.Headers.Location!.OriginalString.ShouldBe($"/api/v1/operations/{refresh["id"]}");
        OperationId.TryParse(refresh["id"], out var operation).ShouldBeTrue();
        await gateway.Fleet.EndAsync(TenantId.Parse(tenant["tenantId"]!), operation);
        var ended = await gateway.GetAsync(refresh.Headers.Location.OriginalString, key);
        ended.Status.ShouldBe(200, ended.Text);
        (ended["state"], ended["payerAccount"]).ShouldBe(("Succeeded", Payer.ToString()), ended.Text);

        await ShouldEqualTheBillAsync(key);
        var listed = await gateway.GetAsync("/api/v1/payer-accounts", key);
        listed.Json.GetArrayLength().ShouldBe(1);
        listed.Json[0].GetProperty("connection").GetString().ShouldBe("Connected");
    }

    private async Task ShouldEqualTheBillAsync(string key)
    {
        var days = gateway.Fleet.History;
        var costs = await gateway.GetAsync(
            $"/api/v1/costs?start={days.Start:yyyy-MM-dd}&end={days.End:yyyy-MM-dd}"
            + "&metric=NetAmortizedCost&groupBy=Service,LinkedAccount&requireComplete=true", key);

        costs.Status.ShouldBe(200, costs.Text);
        costs.Completeness.ShouldStartWith($"accounts=1/1; days={days.DayCount}/{days.DayCount}; as-of=");
        TruthGrouping[] groups = [TruthGrouping.Service, TruthGrouping.LinkedAccount];
        var truth = CostTruth
            .Rows(gateway.Fleet.Aws.World, Payer.AccountId.Value, days.Start, days.End, groups, "NetAmortizedCost")
            .Select(row => (row.Day, string.Join('|', row.Keys), row.Amount, row.Currency));
        costs.Json.GetProperty("rows").EnumerateArray().Select(Cell).Order().ShouldBe(truth.Order());
    }

    private static (DateOnly, string, decimal, string) Cell(JsonElement row) => (
        DateOnly.ParseExact(row.GetProperty("period").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        string.Join('|', row.GetProperty("keys").EnumerateArray().Select(value => value.GetString())),
        decimal.Parse(row.GetProperty("amount").GetString()!, CultureInfo.InvariantCulture),
        row.GetProperty("currency").GetString()!);

    private string Path(string part) => $"/api/v1/payer-accounts/{Payer}/{part}";
}
