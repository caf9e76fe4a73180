using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Grains.Tenants;

namespace Archera.UnitTests.Grains;

public sealed class CaveatRuleTests
{
    private static readonly PayerAccountKey Alone = PayerAccountKey.Parse("aws:111122223333");

    private static readonly CostQuery Plain = new(
        new DatePeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1)),
        CostGranularity.Daily,
        CostMetric.UnblendedCost,
        [],
        [],
        null);

    public static TheoryData<CostMetric, CostDimension?, string> Answers => new()
    {
        { CostMetric.UnblendedCost, null, "SharedDiscounts Credits" },
        { CostMetric.AmortizedCost, null, "Savings SharedDiscounts Credits" },
        { CostMetric.NetUnblendedCost, CostDimension.Service, "NetSpend SharedDiscounts Credits" },
        { CostMetric.NetAmortizedCost, null, "Savings NetSpend SharedDiscounts Credits" },
        { CostMetric.UnblendedCost, CostDimension.RecordType, "Coverage Savings SharedDiscounts Credits" },
        {
            CostMetric.NetAmortizedCost, CostDimension.RecordType,
            "Coverage Savings NetSpend SharedDiscounts Credits"
        },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Names_every_wrong_figure_and_which_of_them_the_answer_holds(
        CostMetric metric, CostDimension? groupBy, string held)
    {
        var query = Plain with { Metric = metric, GroupBy = groupBy is { } dimension ? [dimension] : [] };

        var caveats = CaveatRule.Of(query, Alone, ConnectionMode.SubAccount);

        caveats.Select(caveat => caveat.Figure).ShouldBe(Enum.GetValues<CaveatFigure>());
        caveats.ShouldAllBe(caveat => caveat.Account == "aws:111122223333" && caveat.Reason.EndsWith('.'));
        string.Join(' ', caveats.Where(caveat => caveat.IsInAnswer).Select(caveat => caveat.Figure)).ShouldBe(held);
    }

    [Theory]
    [InlineData("Usage", false)]
    [InlineData("Credit", true)]
    [InlineData("Refund", true)]
    public void Finds_credits_only_where_the_filter_keeps_them(string recordType, bool held)
    {
        var query = Plain with { Filters = [new CostFilter(CostDimension.RecordType, [recordType])] };

        CaveatRule.Of(query, Alone, ConnectionMode.SubAccount)
            .Single(caveat => caveat.Figure == CaveatFigure.Credits)
            .IsInAnswer.ShouldBe(held);
    }

    [Fact]
    public void Has_nothing_to_say_of_a_payer_or_of_an_account_that_the_question_leaves_out()
    {
        var other = Plain with { Filters = [new CostFilter(CostDimension.LinkedAccount, ["444455556666"])] };
        var alone = Plain with { Filters = [new CostFilter(CostDimension.LinkedAccount, ["111122223333"])] };

        CaveatRule.Of(Plain, Alone, ConnectionMode.Payer).ShouldBeEmpty();
        CaveatRule.Of(other, Alone, ConnectionMode.SubAccount).ShouldBeEmpty();
        CaveatRule.Of(alone, Alone, ConnectionMode.SubAccount).ShouldNotBeEmpty();
    }
}
