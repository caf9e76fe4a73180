using System.Globalization;
using System.Text.Json;
using Archera.ClusterTests.Gateway;
using Archera.Contracts.Identity;
using Archera.Sandbox.Aws.Truth;

namespace Archera.ClusterTests.Commitments;

public sealed class CommitmentsRouteTests(GatewayOnFleet gateway) : IClassFixture<GatewayOnFleet>
{
    private static readonly string[] Figures =
    [
        "commitment", "usedCommitment", "unusedCommitment", "onDemandEquivalent", "purchasedHours", "usedHours",
        "unusedHours", "coveredCost", "onDemandCost", "coveredHours", "onDemandHours",
    ];

    [Fact]
    public async Task Every_figure_equals_the_truth_to_the_last_decimal_and_ratios_are_of_sums()
    {
        var payer = gateway.Fleet.Payer(0);
        var key = await gateway.OnboardAsync(payer);

        var answer = await gateway.GetAsync(Path(), key);

        answer.Status.ShouldBe(200, answer.Text);
        answer.Json.GetProperty("completeness").GetProperty("isComplete").GetBoolean().ShouldBeTrue(answer.Text);
        answer.Completeness.ShouldStartWith("accounts=1/1; days=9/9");
        var truth = Truth(payer).ToList();
        var rows = answer.Json.GetProperty("rows").EnumerateArray().ToList();
        rows.Count.ShouldBe(truth.Count);
        foreach (var (row, expected) in rows.Zip(truth))
        {
            row.GetProperty("period").GetString().ShouldBe(Text(expected.Day));
            row.GetProperty("kind").GetString().ShouldBe(expected.Kind);
            (row.GetProperty("service").GetString() ?? "").ShouldBe(expected.Service);
            foreach (var figure in Figures)
                Number(row, figure).ShouldBe(Expected(expected, figure), $"{expected.Kind} {expected.Day} {figure}");
        }

        foreach (var total in answer.Json.GetProperty("totals").EnumerateArray())
        {
            var days = truth.Where(row => row.Kind == total.GetProperty("kind").GetString()).ToList();
            foreach (var figure in Figures)
                Number(total, figure).ShouldBe(Sum(days, figure), figure);
            var (used, whole) = total.GetProperty("kind").GetString() == "SavingsPlans"
                ? (Sum(days, "usedCommitment"), Sum(days, "commitment"))
                : (Sum(days, "usedHours"), Sum(days, "purchasedHours"));
            Number(total, "utilization").ShouldBe(
                whole is > 0 ? decimal.Round(100 * used!.Value / whole.Value, 10) : null);
        }

        InventoryIsTheTruth(answer.Json, payer);
        await SheetSaysTheSameAsync(key, rows);
    }

    [Fact]
    public async Task Savings_plans_alone_monthly_and_as_of_the_day_before_they_were_read()
    {
        var payer = gateway.Fleet.Payer(1);
        var key = await gateway.OnboardAsync(payer);

        var monthly = await gateway.GetAsync(Path() + "&granularity=Monthly&kind=SavingsPlans", key);
        var before = await gateway.GetAsync(Path() + $"&asOf={Text(gateway.Fleet.Today.AddDays(-1))}", key);
        var unknown = await gateway.GetAsync(Path() + "&kind=Promises", key);
        var stranger = await gateway.GetAsync(Path() + "&payerAccount=aws:999900001111", key);
        var other = (await gateway.CreateTenantAsync("Other"))["key"]!;
        var isolated = await gateway.GetAsync(Path() + $"&payerAccount={payer}", other);

        monthly.Json.GetProperty("rows").EnumerateArray()
            .ShouldAllBe(row => row.GetProperty("kind").GetString() == "SavingsPlans");
        monthly.Json.GetProperty("rows").GetArrayLength().ShouldBe(gateway.Fleet.History.ByMonth().Count());
        before.Json.GetProperty("rows").GetArrayLength().ShouldBe(0);
        before.Json.GetProperty("completeness").GetProperty("late").EnumerateArray()
            .Select(late => late.GetProperty("reason").GetString()).Distinct().ShouldBe(["not-read-by-then"]);
        (unknown.Status, unknown.Code).ShouldBe((400, "invalid-request"));
        (stranger.Status, isolated.Status).ShouldBe((404, 404));
    }

    private IEnumerable<CommitmentTruthRow> Truth(PayerAccountKey payer) => CommitmentTruth
        .Rows(gateway.Fleet.Aws.World, payer.AccountId.Value, gateway.Fleet.History.Start, gateway.Fleet.History.End)
        .OrderBy(row => row.Day)
        .ThenBy(row => row.Kind == CommitmentTruth.SavingsPlans ? 0 : 1)
        .ThenBy(row => row.Service, StringComparer.Ordinal);

    private void InventoryIsTheTruth(JsonElement answer, PayerAccountKey payer)
    {
        var days = gateway.Fleet.History;
        var held = gateway.Fleet.Aws.World.Find(payer.AccountId.Value)!.Bill.Purchases(days.Start, days.End).ToList();
        var inventory = answer.GetProperty("inventory").EnumerateArray().ToList();
        inventory.Select(item => (
                item.GetProperty("id").GetString(), item.GetProperty("owner").GetString(),
                item.GetProperty("paymentOption").GetString(), item.GetProperty("state").GetString(),
                item.GetProperty("termEnd").GetDateTime()))
            .ShouldBe(
                held.Select(bought => (
                    (string?)(bought.IsSavingsPlan ? bought.PlanArn : bought.Id), (string?)bought.Owner,
                    (string?)bought.PaymentOption,
                    (string?)(bought.IsOn(gateway.Fleet.Today) ? "active"
                        : bought.IsSavingsPlan ? "retired" : "expired"),
                    bought.End.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddSeconds(-1))),
                ignoreOrder: true);
    }

    private async Task SheetSaysTheSameAsync(string key, List<JsonElement> rows)
    {
        var sheet = (await gateway.GetAsync(Path() + "&format=csv", key)).Text.Split("\r\n");
        var columns = sheet[0].Split(',');
        var figures = sheet.Where(line => line.StartsWith("figures,", StringComparison.Ordinal)).ToList();
        columns[..3].ShouldBe(["row", "period", "payerAccount"]);
        columns[^1].ShouldBe("incomplete");
        figures.Count.ShouldBe(rows.Count);
        foreach (var (line, row) in figures.Zip(rows))
        {
            var cells = line.Split(',');
            foreach (var figure in Figures)
                cells[Array.IndexOf(columns, figure)].ShouldBe(
                    row.GetProperty("figures").GetProperty(figure).GetString() ?? "");
        }

        sheet.Count(line => line.StartsWith("commitment,", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
    }

    private string Path() =>
        $"/api/v1/commitments?start={Text(gateway.Fleet.History.Start)}&end={Text(gateway.Fleet.History.End)}";

    private static decimal? Expected(CommitmentTruthRow row, string figure) =>
        row.Figures.TryGetValue(figure, out var value) ? value : null;

    private static decimal? Sum(List<CommitmentTruthRow> rows, string figure) =>
        rows.Any(row => row.Figures.ContainsKey(figure)) ? rows.Sum(row => Expected(row, figure) ?? 0) : null;

    private static decimal? Number(JsonElement row, string figure) =>
        row.GetProperty("figures").GetProperty(figure).GetString() is { } text
            ? decimal.Parse(text, CultureInfo.InvariantCulture)
            : null;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
