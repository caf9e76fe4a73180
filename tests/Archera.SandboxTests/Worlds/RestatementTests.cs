using System.Text.Json;
using Archera.Sandbox.Aws.Truth;
using Archera.Sandbox.Aws.Worlds;
using Archera.Sandbox.Aws.Worlds.Restatements;
using Archera.SandboxTests.CostExplorer;

namespace Archera.SandboxTests.Worlds;

public sealed class RestatementTests
{
    private static readonly DateOnly Day = new(2026, 11, 10);

    private static readonly GeneratedWorldOptions Small = new() { Payers = 2, LinkedPerPayer = 3, Services = 3 };

    private readonly AwsWorld _world = AwsWorld.Generate(Small);

    private Organization Organization => _world.Organizations[0];

    private Charge First => Organization.Bill.Day(Day)[0];

    [Fact]
    public void A_changed_row_has_the_new_amount_under_all_metrics()
    {
        var before = Organization.Bill.Day(Day);
        var row = before[0];

        _world.Restate(Of(row, 12.5m));

        var after = Organization.Bill.Day(Day);
        after.Count.ShouldBe(before.Count);
        after.ShouldContain(row with
        {
            UnblendedCost = 12.5m,
            AmortizedCost = 12.5m,
            NetUnblendedCost = 12.5m,
            NetAmortizedCost = 12.5m,
        });
        after.ShouldNotContain(row);
    }

    [Fact]
    public void Null_removes_a_row_and_an_unknown_row_is_added()
    {
        var row = First;

        _world.Restate(Of(row, null));
        _world.Restate(new Restatement(
            Organization.PayerAccountId, Day, "AWS Data Exchange", row.LinkedAccount, -3m, "Refund"));

        Organization.Bill.Day(Day).ShouldNotContain(charge => charge == row);
        Organization.Bill.Day(Day).ShouldContain(
            new Charge("AWS Data Exchange", row.LinkedAccount, "Refund", -3, -3, -3, -3, "USD"));
        Organization.Bill.Day(Day.AddDays(1)).ShouldNotContain(charge => charge.Service == "AWS Data Exchange");
    }

    [Fact]
    public void A_row_can_be_restated_into_another_currency()
    {
        var row = First;

        _world.Restate(Of(row, 2m) with { Currency = "EUR" });
        _world.Restate(Of(row, 3m) with { Currency = "EUR" });

        Organization.Bill.Day(Day).Where(charge => charge.Currency == "EUR")
            .ShouldHaveSingleItem().UnblendedCost.ShouldBe(3m);
        Should.Throw<ArgumentException>(() => _world.Restate(Of(row, 2m) with { Currency = "euro" }));
    }

    [Fact]
    public void Cost_explorer_and_the_truth_see_it_at_once()
    {
        var payer = Organization.PayerAccountId;
        _world.Restate(new Restatement(payer, Day, "AWS Data Exchange", payer, 0.0000001m));

        var answer = new CostExplorerCalls(_world, new DateOnly(2026, 11, 25))
            .Costs(payer, CostExplorerCalls.Request("2026-11-10", "2026-11-11", "SERVICE"));
        var truth = CostTruth.Rows(_world, payer, Day, Day.AddDays(1), [TruthGrouping.Service], "NetAmortizedCost");

        answer.ToJsonString().ShouldContain(
            """{"Keys":["AWS Data Exchange"],"Metrics":{"UnblendedCost":{"Amount":"1E-7","Unit":"USD"}""");
        truth.Single(row => row.Keys[0] == "AWS Data Exchange").Amount.ShouldBe(0.0000001m);
    }

    [Fact]
    public void Restatements_that_were_kept_as_json_give_the_same_bill_in_a_fresh_world()
    {
        _world.Restate(Of(First, 1m) with { Currency = "EUR" });
        _world.Restate(Of(First, 2.50m));
        _world.Restate(Of(First, null));
        var kept = JsonSerializer.Deserialize<List<Restatement>>(JsonSerializer.Serialize(_world.Restatements))!;

        var fresh = AwsWorld.Generate(Small);
        kept.ForEach(fresh.Restate);

        fresh.Restatements.ShouldBe(_world.Restatements);
        fresh.Organizations[0].Bill.Day(Day).ShouldBe(Organization.Bill.Day(Day), ignoreOrder: true);
    }

    [Fact]
    public void The_last_restatement_of_a_row_counts()
    {
        var row = First;
        _world.Restate(Of(row, 1m));
        _world.Restate(Of(row, 2m));

        _world.Restatements.ShouldHaveSingleItem().Amount.ShouldBe(2m);
        Organization.Bill.Day(Day).Count(charge => charge.UnblendedCost == 1m).ShouldBe(0);
    }

    [Fact]
    public void Rows_that_no_bill_can_hold_are_refused()
    {
        var good = Of(First, 1m);
        var other = _world.Organizations[1].PayerAccountId;

        Refused(good with { Payer = Organization.Accounts[1].Id });
        Refused(good with { Payer = "123456789012" });
        Refused(good with { LinkedAccount = other });
        Refused(good with { Service = " " });
        Refused(good with { Service = new string('s', 513) });
        Refused(good with { RecordType = "" });
        Refused(good with { Amount = 1_000_000_000_000m });
        Refused(good with { Amount = 0.0000000000001m });
        _world.Restatements.ShouldBeEmpty();

        void Refused(Restatement restatement) => Should.Throw<ArgumentException>(() => _world.Restate(restatement));
    }

    [Fact]
    public void Many_threads_restate_without_losing_a_row()
    {
        var payer = Organization.PayerAccountId;
        var before = Organization.Bill.Day(Day).Count;

        Parallel.For(0, 400, i => _world.Restate(new Restatement(payer, Day, $"Service {i}", payer, i)));

        Organization.Bill.Day(Day).Count.ShouldBe(before + 400);
        _world.Restatements.Count.ShouldBe(400);
    }

    private Restatement Of(Charge charge, decimal? amount) =>
        new(Organization.PayerAccountId, Day, charge.Service, charge.LinkedAccount, amount, charge.RecordType);
}
