using System.Collections.Immutable;
using Archera.ClusterTests.Fixture;
using Archera.ClusterTests.Offboarding;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Grains.Tenants;
using Archera.Sandbox.Aws.Faults;
using Archera.Sandbox.Aws.Truth;
using Archera.Sandbox.Aws.Worlds.Restatements;

namespace Archera.ClusterTests.Reports;

/// <summary>A linked account connected alone, before, with and after its payer.</summary>
public sealed class SubAccountTests
{
    private static readonly CostDimension[] ByService = [CostDimension.Service, CostDimension.LinkedAccount];
    private static readonly CostDimension[] ByRecordType = [CostDimension.RecordType, CostDimension.LinkedAccount];

    [Fact]
    public async Task Alone_its_figures_are_its_own_bills_and_say_what_is_wrong_with_them()
    {
        await using var fleet = await TestFleet.StartAsync();
        var alone = Member(fleet);
        var tenant = await OnboardAloneAsync(fleet);

        foreach (var metric in Enum.GetValues<CostMetric>())
        {
            foreach (var groupBy in new[] { ByService, ByRecordType })
            {
                var report = await fleet.CostsAsync(tenant, metric: metric, groupBy: groupBy);

                Cells(report).ShouldBe(TruthOf(fleet, alone, metric, groupBy));
                report.Completeness.IsComplete.ShouldBeTrue();
                report.Caveats.Select(caveat => (caveat.Account, caveat.Figure)).ShouldBe(
                    Enum.GetValues<CaveatFigure>().Select(figure => (alone.ToString(), figure)));
            }
        }
    }

    [Fact]
    public async Task Alone_it_is_late_for_usage_types_until_its_payers_bill_holds_it()
    {
        await using var fleet = await TestFleet.StartAsync();
        var tenant = await OnboardAloneAsync(fleet);

        var alone = await fleet.CostsAsync(tenant, groupBy: CostDimension.UsageType);

        alone.Rows.ShouldBeEmpty();
        alone.Completeness.IsComplete.ShouldBeFalse();
        alone.Completeness.Late.ShouldHaveSingleItem().Reason.ShouldBe("needs-payer");
        await ConnectAsync(fleet, tenant, fleet.Payer(0));
        (await fleet.CostsAsync(tenant, groupBy: CostDimension.UsageType)).Completeness.IsComplete.ShouldBeTrue();
    }

    [Fact]
    public async Task Connected_later_its_payer_has_the_word_and_nothing_counts_twice()
    {
        await using var fleet = await TestFleet.StartAsync();
        var alone = Member(fleet);
        var tenant = await OnboardAloneAsync(fleet);
        RestateService(fleet, alone); // The account's own figures are older: only the payer's can be right.

        await ConnectAsync(fleet, tenant, fleet.Payer(0));

        await fleet.ShouldEqualTruthAsync(tenant, fleet.Payer(0));
        var report = await fleet.CostsAsync(tenant, groupBy: CostDimension.PayerAccount);
        report.Caveats.ShouldBeEmpty();
        report.Rows.Select(row => row.Keys[0]).Distinct().ShouldBe([fleet.Payer(0).ToString()]);
        var completeness = report.Completeness;
        (completeness.AccountsExpected, completeness.AccountsReceived).ShouldBe((2, 2));
        completeness.DaysExpected.ShouldBe(TestFleet.HistoryDays);
        completeness.DaysReceived.ShouldBe(TestFleet.HistoryDays);
    }

    [Theory]
    [InlineData(CostGranularity.Daily)]
    [InlineData(CostGranularity.Monthly)]
    public async Task Filters_and_groups_do_not_change_whose_word_counts(CostGranularity granularity)
    {
        await using var fleet = await TestFleet.StartAsync();
        var (alone, payer) = (Member(fleet), fleet.Payer(0));
        var tenant = await OnboardAloneAsync(fleet);
        await ConnectAsync(fleet, tenant, payer);

        var whole = await AskAsync(fleet, tenant, granularity, []);
        var byPayer = await AskAsync(fleet, tenant, granularity, [], CostDimension.PayerAccount);
        var ofPayer = await AskAsync(fleet, tenant, granularity, [Only(payer)]);
        var ofAlone = await AskAsync(fleet, tenant, granularity, [Only(alone)]);
        var linked = await AskAsync(
            fleet, tenant, granularity, [Filter(CostDimension.LinkedAccount, alone.AccountId.Value)]);

        byPayer.Totals.ShouldBe(whole.Totals);
        ofPayer.Totals.ShouldBe(whole.Totals);
        ofAlone.Rows.ShouldBeEmpty();
        ofAlone.Caveats.ShouldBeEmpty();
        ofAlone.Completeness.IsComplete.ShouldBeTrue();
        linked.Totals.Single().Amount.ShouldBe(
            TruthOf(fleet, alone, CostMetric.UnblendedCost, ByService).Sum(cell => cell.Amount));
    }

    [Fact]
    public async Task A_day_that_the_payer_lost_is_the_accounts_own_again_and_marked()
    {
        await using var fleet = await TestFleet.StartAsync();
        var (alone, payer) = (Member(fleet), fleet.Payer(0));
        var tenant = await OnboardAloneAsync(fleet);
        await ConnectAsync(fleet, tenant, payer);
        var day = fleet.Today.AddDays(-3);
        var report = fleet.Grains.GetGrain<ICostReportGrain>(ICostReportGrain.KeyOf(payer, YearMonth.Of(day)));
        fleet.Storage.Damage($"cost-CostByServiceAndAccount-{day:dd}|{report.GetGrainId()}", bytes => bytes[..^1]);
        await fleet.DeactivateReportsAsync(payer);
        // What is damaged is read again at once: not before both questions are answered.
        fleet.Aws.Faults.Replace(
            [new Fault(FaultKind.Latency, 1, "ce", Account: payer.AccountId.Value, Milliseconds: 60_000)]);

        var all = await AskAsync(fleet, tenant, CostGranularity.Daily, [], CostDimension.PayerAccount);
        var own = await AskAsync(
            fleet, tenant, CostGranularity.Daily, [Only(alone)]);

        all.Rows.Where(row => row.Period == day).Select(row => row.Keys[0]).ShouldBe([$"{alone}"]);
        all.Completeness.Late.Select(late => (late.Account, late.Reason)).ShouldBe(
            [($"{alone}", CompletenessMerge.PayerLate), ($"{payer}", "damaged")], ignoreOrder: true);
        own.Rows.ShouldHaveSingleItem().Amount.ShouldBe(
            TruthOf(fleet, alone, CostMetric.UnblendedCost, ByService)
                .Where(cell => cell.Period == day).Sum(cell => cell.Amount));
        own.Completeness.Late.ShouldHaveSingleItem().Detail.ShouldContain($"{payer} is late for 1 day");
        own.Completeness.DaysReceived.ShouldBe(own.Completeness.DaysExpected);
        own.Caveats.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_management_account_connected_alone_is_its_own_costs_alone()
    {
        await using var fleet = await TestFleet.StartAsync();
        var tenant = await OnboardAloneAsync(fleet);
        await ConnectAsync(fleet, tenant, fleet.Payer(0), ConnectionMode.SubAccount);

        var report = await fleet.CostsAsync(tenant, groupBy: ByService);

        Cells(report).ShouldBe(
            new[] { Member(fleet), fleet.Payer(0) }
                .SelectMany(alone => TruthOf(fleet, alone, CostMetric.UnblendedCost, ByService))
                .Order());
        report.Caveats.Length.ShouldBe(2 * Enum.GetValues<CaveatFigure>().Length);
    }

    [Fact]
    public async Task A_payer_that_does_not_pay_for_it_makes_nothing_of_it_late()
    {
        await using var fleet = await TestFleet.StartAsync();
        var tenant = await OnboardAloneAsync(fleet);
        await ConnectAsync(fleet, tenant, fleet.Payer(1));
        fleet.Storage.Lose($"payer-account|{fleet.Account(fleet.Payer(1)).GetGrainId()}");
        await fleet.DeactivateAsync(fleet.Payer(1));

        var report = await fleet.CostsAsync(tenant, groupBy: ByService);

        report.Completeness.Late.ShouldHaveSingleItem().Account.ShouldBe(fleet.Payer(1).ToString());
    }

    [Fact]
    public async Task After_its_payer_has_left_it_stands_alone_again()
    {
        await using var fleet = await TestFleet.StartAsync();
        var alone = Member(fleet);
        var tenant = await OnboardAloneAsync(fleet);
        await ConnectAsync(fleet, tenant, fleet.Payer(0));
        (await fleet.CostsAsync(tenant)).Caveats.ShouldBeEmpty();

        await fleet.LeaveAsync(tenant, fleet.Payer(0));

        var report = await fleet.CostsAsync(tenant, groupBy: ByService);
        Cells(report).ShouldBe(TruthOf(fleet, alone, CostMetric.UnblendedCost, ByService));
        report.Completeness.IsComplete.ShouldBeTrue();
        report.Completeness.AccountsExpected.ShouldBe(1);
        report.Caveats.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task As_of_a_day_before_its_payer_was_connected_it_stands_alone()
    {
        await using var fleet = await TestFleet.StartAsync();
        var alone = Member(fleet);
        var tenant = await OnboardAloneAsync(fleet);
        var (then, history) = (fleet.Today, fleet.History);
        var before = await AskAsync(fleet, tenant, CostGranularity.Daily, [Only(alone)]);
        fleet.MoveTo(then.AddDays(1));
        await ConnectAsync(fleet, tenant, fleet.Payer(0));

        var asOf = await fleet.AskAsync(tenant, Question(history, [Only(alone)]) with { AsOf = then });
        var now = await fleet.AskAsync(tenant, Question(history, [Only(alone)]));

        asOf.Rows.ShouldBe(before.Rows.Where(row => row.Period < then));
        asOf.Completeness.IsComplete.ShouldBeTrue();
        now.Rows.ShouldHaveSingleItem().Period.ShouldBe(history.Start, "the payer is read from the next day on");
        now.Completeness.DaysExpected.ShouldBe(1);
    }

    [Fact]
    public async Task A_payer_whose_record_was_lost_is_late_by_name_and_not_left_out()
    {
        await using var fleet = await TestFleet.StartAsync();
        var (alone, payer) = (Member(fleet), fleet.Payer(0));
        var tenant = await OnboardAloneAsync(fleet);
        await ConnectAsync(fleet, tenant, payer);
        fleet.Storage.Lose($"payer-account|{fleet.Account(payer).GetGrainId()}");
        await fleet.DeactivateAsync(payer);

        var report = await fleet.CostsAsync(tenant, groupBy: ByService);

        report.Completeness.Late.Select(late => (late.Account, late.Reason)).ShouldBe(
            [($"{alone}", CompletenessMerge.PayerLate), ($"{payer}", CompletenessMerge.RecordLost)],
            ignoreOrder: true);
        Cells(report).ShouldBe(TruthOf(fleet, alone, CostMetric.UnblendedCost, ByService));
    }

    private static PayerAccountKey Member(TestFleet fleet) =>
        PayerAccountKey.Parse("aws:" + fleet.Aws.World.Organizations[0].Accounts[1].Id);

    private static async Task<TenantId> OnboardAloneAsync(TestFleet fleet)
    {
        var tenant = await fleet.CreateTenantAsync("Tenant");
        await ConnectAsync(fleet, tenant, Member(fleet), ConnectionMode.SubAccount);
        return tenant;
    }

    private static async Task ConnectAsync(
        TestFleet fleet, TenantId tenant, PayerAccountKey account, ConnectionMode mode = ConnectionMode.Payer)
    {
        await fleet.ClaimAsync(tenant, account, mode: mode);
        (await fleet.VerifyAsync(tenant, account)).Connection.ShouldBe(ConnectionState.Connected);
        await fleet.EndAsync(tenant, new OperationId(account, 1));
    }

    private static void RestateService(TestFleet fleet, PayerAccountKey account)
    {
        var day = fleet.Today.AddDays(-2);
        var charge = fleet.Aws.World.Organizations[0].Bill.Day(day)
            .First(charge => charge.LinkedAccount == account.AccountId.Value);
        fleet.Aws.World.Restate(new Restatement(
            fleet.Payer(0).AccountId.Value, day, charge.Service, charge.LinkedAccount, 123.45m, charge.RecordType));
    }

    private static IEnumerable<(DateOnly Period, string Keys, decimal Amount)> Cells(CostReport report) =>
        report.Rows.Select(row => (row.Period, string.Join('|', row.Keys), row.Amount)).Order();

    /// <summary>What Cost Explorer shows to the linked account itself: its own part of its payer's bill.</summary>
    private static IReadOnlyList<(DateOnly Period, string Keys, decimal Amount)> TruthOf(
        TestFleet fleet, PayerAccountKey alone, CostMetric metric, CostDimension[] groupBy) =>
    [
        .. CostTruth.Rows(
                fleet.Aws.World,
                fleet.Payer(0).AccountId.Value,
                fleet.History.Start,
                fleet.History.End,
                [.. groupBy.Select(dimension => Enum.Parse<TruthGrouping>(dimension.ToString()))],
                metric.ToString())
            .Where(row => row.Keys[1] == alone.AccountId.Value)
            .Select(row => (row.Day, string.Join('|', row.Keys), row.Amount))
            .Order(),
    ];

    private static CostFilter Filter(CostDimension dimension, string value) => new(dimension, [value]);

    private static CostFilter Only(PayerAccountKey account) => Filter(CostDimension.PayerAccount, account.ToString());

    private static CostQuery Question(DatePeriod days, ImmutableArray<CostFilter> filters) =>
        new(days, CostGranularity.Daily, CostMetric.UnblendedCost, [], filters, null);

    private static Task<CostReport> AskAsync(
        TestFleet fleet,
        TenantId tenant,
        CostGranularity granularity,
        CostFilter[] filters,
        params CostDimension[] groupBy) => fleet.AskAsync(
            tenant, Question(fleet.History, [.. filters]) with { Granularity = granularity, GroupBy = [.. groupBy] });
}
