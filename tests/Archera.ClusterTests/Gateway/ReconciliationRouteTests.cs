using System.Globalization;
using Archera.Sandbox.Aws.CostExplorer;
using Archera.Sandbox.Aws.Worlds.Restatements;

namespace Archera.ClusterTests.Gateway;

public sealed class ReconciliationRouteTests(GatewayOnFleet gateway) : IClassFixture<GatewayOnFleet>
{
    [Fact]
    public async Task What_is_not_attributed_is_shown_beside_AWSs_total_and_marks_the_month()
    {
        var payer = gateway.Fleet.Payer(0);
        var day = gateway.Fleet.Today.AddDays(-1);
        gateway.Fleet.Aws.Restate(new Restatement(
            payer.AccountId.Value, day, "AWS Data Exchange", payer.AccountId.Value, 7.5m, "Fee"));
        gateway.Fleet.Aws.Grouped.Put(
            payer.AccountId.Value, new GroupedAnswer(null, "Fee", day, day.AddDays(1)));
        var key = await gateway.OnboardAsync(payer);
        var path = $"/api/v1/reconciliation?month={day:yyyy-MM}&payerAccount={payer}";

        var answer = await gateway.GetAsync(path, key);

        answer.Status.ShouldBe(200, answer.Text);
        var rows = answer.Json.GetProperty("rows").EnumerateArray().ToArray();
        rows.Length.ShouldBe(16);
        foreach (var row in rows)
        {
            row.GetProperty("payerAccount").GetString().ShouldBe(payer.ToString());
            row.GetProperty("verdict").GetString().ShouldBe("differs");
            Amount(row.GetProperty("difference").GetString()).ShouldBe(7.5m);
            (Amount(row.GetProperty("aws").GetString()) - Amount(row.GetProperty("ours").GetString())).ShouldBe(7.5m);
        }

        answer.Json.GetProperty("completeness").GetProperty("isComplete").GetBoolean().ShouldBeFalse();
        answer.Json.GetProperty("completeness").GetProperty("late").EnumerateArray()
            .Select(late => late.GetProperty("reason").GetString()).Distinct().ShouldBe(["differs"]);
        var sheet = (await gateway.GetAsync(path + "&format=csv", key)).Text.Split("\r\n");
        sheet[0].ShouldBe(
            "month,payerAccount,dataset,metric,currency,aws,ours,difference,days,verdict,checkedAt,incomplete");
        sheet[1].ShouldStartWith($"{day:yyyy-MM},{payer},CostByRecordType,UnblendedCost,USD,");
        sheet[1].ShouldContain($"{payer} CostByRecordType differs");
        sheet.Length.ShouldBe(18);
        var refused = await gateway.GetAsync(path + "&requireComplete=true", key);
        (refused.Status, refused.Code).ShouldBe((409, "incomplete"));
    }

    [Fact]
    public async Task A_payer_that_the_tenant_never_claimed_is_not_found()
    {
        var key = (await gateway.CreateTenantAsync("Nobody"))["key"]!;

        var answer = await gateway.GetAsync(
            $"/api/v1/reconciliation?month=2026-01&payerAccount={gateway.Fleet.Payer(1)}", key);

        (answer.Status, answer.Code).ShouldBe((404, "not-found"));
    }

    [Theory]
    [InlineData("Region,LinkedAccount", 200)]
    [InlineData("UsageType,Service", 200)]
    [InlineData("UsageType,PayerAccount", 200)]
    [InlineData("Region,Service", 422)]
    [InlineData("UsageType,LinkedAccount", 422)]
    public async Task Costs_are_cut_by_what_a_dataset_holds_together(string groupBy, int status)
    {
        var key = (await gateway.CreateTenantAsync("Cut"))["key"]!;

        var answer = await gateway.GetAsync($"/api/v1/costs?start=2026-01-01&end=2026-01-02&groupBy={groupBy}", key);

        answer.Status.ShouldBe(status, answer.Text);
        if (status == 422)
            answer.Text.ShouldContain("UsageType, Service, PayerAccount");
    }

    private static decimal Amount(string? text) => decimal.Parse(text!, CultureInfo.InvariantCulture);
}
