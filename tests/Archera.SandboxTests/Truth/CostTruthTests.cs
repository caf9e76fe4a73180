using Archera.Sandbox.Aws.Truth;
using Archera.SandboxTests.Worlds;

namespace Archera.SandboxTests.Truth;

public sealed class CostTruthTests : IDisposable
{
    private const string Payer = "111122223333";
    private static readonly DateOnly Day = new(2024, 9, 1);

    private readonly FocusFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Charges_are_added_up_by_day_keys_and_currency()
    {
        var world = _files.World(
            FocusFiles.Row("1.5", "0", service: "AWS Lambda"),
            FocusFiles.Row("2.25", "0", service: "AWS Lambda", account: Payer),
            FocusFiles.Row("4", "0", service: "AWS Lambda", currency: "EUR", category: "Tax"),
            FocusFiles.Row("8", "0", service: "AWS Glue", start: "2024-09-02"));

        var rows = CostTruth.Rows(world, Payer, Day, Day.AddDays(2), [TruthGrouping.Service], "UnblendedCost").ToList();

        rows.Select(row => (row.Day, row.Keys.ShouldHaveSingleItem(), row.Amount, row.Currency)).ShouldBe(
        [
            (Day, "AWS Lambda", 3.75m, "USD"),
            (Day, "AWS Lambda", 4m, "EUR"),
            (Day.AddDays(1), "AWS Glue", 8m, "USD"),
        ]);
    }

    [Fact]
    public void Without_a_metric_all_four_come_and_zero_is_a_row()
    {
        var world = _files.World(FocusFiles.Row("0.00", "7"));

        var rows = CostTruth.Rows(world, Payer, Day, Day.AddDays(2), []).ToList();

        rows.Select(row => (row.Metric, row.Amount)).ShouldBe(
            [("UnblendedCost", 0m), ("AmortizedCost", 7m), ("NetUnblendedCost", 0m), ("NetAmortizedCost", 7m)]);
        rows.ShouldAllBe(row => row.Keys.Count == 0);
    }

    [Fact]
    public void Keys_come_in_the_asked_order()
    {
        var world = _files.World(FocusFiles.Row(service: "AWS Lambda"));

        TruthGrouping[] order = [TruthGrouping.RecordType, TruthGrouping.LinkedAccount, TruthGrouping.Service];

        CostTruth.Rows(world, Payer, Day, Day.AddDays(1), order, "UnblendedCost")
            .ShouldHaveSingleItem().Keys.ShouldBe(["Usage", "444455556666", "AWS Lambda"]);
    }

    [Fact]
    public void A_member_account_and_an_unknown_metric_are_refused()
    {
        var world = _files.World(FocusFiles.Row());

        Should.Throw<ArgumentException>(() => CostTruth.Rows(world, "444455556666", Day, Day.AddDays(1), []));
        Should.Throw<ArgumentException>(() => CostTruth.Rows(world, Payer, Day, Day.AddDays(1), [], "Happiness"))
            .Message.ShouldContain("UnblendedCost");
    }
}
