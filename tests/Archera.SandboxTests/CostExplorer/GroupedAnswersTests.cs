using System.Text.Json.Nodes;
using Archera.Sandbox.Aws.CostExplorer;
using Archera.Sandbox.Aws.Truth;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.SandboxTests.CostExplorer;

public sealed class GroupedAnswersTests
{
    private static readonly DateOnly Day = new(2026, 11, 1);

    private readonly AwsWorld _world = AwsWorld.Generate(
        new GeneratedWorldOptions { Payers = 1, LinkedPerPayer = 4, Services = 6 });

    private readonly GroupedAnswers _grouped = new();

    private string Payer => _world.Organizations[0].PayerAccountId;

    [Theory]
    [InlineData("REGION", "LINKED_ACCOUNT")]
    [InlineData("USAGE_TYPE", "SERVICE")]
    [InlineData("RECORD_TYPE", "REGION")]
    public void Every_grouping_adds_up_to_the_total_and_equals_the_truth(string first, string second)
    {
        TruthGrouping[] groupings = [GroupingOf(first), GroupingOf(second)];

        var groups = Groups(first, second);

        groups.Select(group => (group.Keys, group.Amount)).ShouldBe(
            CostTruth.Rows(_world, Payer, Day, Day.AddDays(1), groupings, "UnblendedCost")
                .Select(row => (string.Join('|', row.Keys), row.Amount))
                .OrderBy(row => row.Item1.Replace('|', '\u0001'), StringComparer.Ordinal));
        groups.Sum(group => group.Amount).ShouldBe(Total());
    }

    [Fact]
    public void A_filter_keeps_a_region()
    {
        var input = CostExplorerCalls.Request("2026-11-01", "2026-11-02", "REGION");
        input["Filter"] = JsonNode.Parse("""{"Dimensions":{"Key":"REGION","Values":["NoRegion"]}}""");

        GroupsOf(input).ShouldHaveSingleItem().Keys.ShouldBe("NoRegion");
    }

    [Fact]
    public void Rounded_groups_do_not_add_up_to_the_total()
    {
        var total = Total();

        _grouped.Put(Payer, new GroupedAnswer(Decimals: 6));

        var groups = Groups("SERVICE", "LINKED_ACCOUNT");
        groups.ShouldAllBe(group => group.Amount.Scale <= 6);
        groups.Sum(group => group.Amount).ShouldNotBe(total);
        Math.Abs(groups.Sum(group => group.Amount) - total).ShouldBeLessThan(groups.Count * 0.000001m);
        Total().ShouldBe(total);
    }

    [Fact]
    public void A_hidden_fee_is_in_the_total_and_in_no_group_of_its_days()
    {
        var total = Total();

        _grouped.Put(Payer, new GroupedAnswer(null, "Support", Day, Day.AddDays(1)));

        var support = CostTruth.Rows(_world, Payer, Day, Day.AddDays(1), [TruthGrouping.RecordType], "UnblendedCost")
            .Single(row => row.Keys[0] == "Support").Amount;
        support.ShouldNotBe(0);
        Total().ShouldBe(total);
        (total - Groups("SERVICE", "LINKED_ACCOUNT").Sum(group => group.Amount)).ShouldBe(support);
        _grouped.Put(Payer, new GroupedAnswer(null, "Support", Day.AddDays(1), Day.AddDays(2)));
        Groups("SERVICE", "LINKED_ACCOUNT").Sum(group => group.Amount).ShouldBe(total);
    }

    private static TruthGrouping GroupingOf(string dimension) => dimension switch
    {
        "REGION" => TruthGrouping.Region,
        "USAGE_TYPE" => TruthGrouping.UsageType,
        "SERVICE" => TruthGrouping.Service,
        "LINKED_ACCOUNT" => TruthGrouping.LinkedAccount,
        _ => TruthGrouping.RecordType,
    };

    private static decimal AmountOf(JsonNode metrics) => decimal.Parse(
        (string)metrics["UnblendedCost"]!["Amount"]!,
        System.Globalization.NumberStyles.Float,
        System.Globalization.CultureInfo.InvariantCulture);

    private List<(string Keys, decimal Amount)> Groups(params string[] groupBy) =>
        GroupsOf(CostExplorerCalls.Request("2026-11-01", "2026-11-02", groupBy));

    private List<(string Keys, decimal Amount)> GroupsOf(JsonObject input) =>
    [
        .. Answer(input)["Groups"]!.AsArray().Select(group => (
            string.Join('|', group!["Keys"]!.AsArray().Select(key => (string)key!)), AmountOf(group["Metrics"]!))),
    ];

    private decimal Total() => AmountOf(Answer(CostExplorerCalls.Request("2026-11-01", "2026-11-02"))["Total"]!);

    private JsonNode Answer(JsonObject input) =>
        new CostExplorerCalls(_world, new DateOnly(2026, 11, 25), grouped: _grouped)
            .Costs(Payer, input)["ResultsByTime"]![0]!;
}
