using Archera.ClusterTests.Fixture;
using Archera.Contracts.Identity;
using Archera.Contracts.Reconciliation;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;
using Archera.Contracts.Time;
using Archera.Sandbox.Aws.CostExplorer;
using Archera.Sandbox.Aws.Worlds.Restatements;

namespace Archera.ClusterTests.Reports;

public sealed class ReconciliationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_cut_of_a_month_equals_AWSs_own_total()
    {
        await using var fleet = await TestFleet.StartAsync();
        var tenant = await fleet.OnboardAsync(fleet.Payer(0));

        var months = await ReportsAsync(fleet, tenant);

        foreach (var (month, report) in months)
        {
            report.Completeness.IsComplete.ShouldBeTrue(string.Join(";", report.Completeness.Late));
            report.Rows.Length.ShouldBe(TestFleet.CostDatasets * Enum.GetValues<CostMetric>().Length);
            var days = fleet.History.Intersect(month.Days).DayCount;
            report.Rows.ShouldAllBe(row =>
                row.Verdict == ReconciliationVerdict.Equal && row.Difference == 0 && row.Days == days);
            report.Rows.Select(row => (row.Metric, row.Aws)).Distinct().Count()
                .ShouldBe(Enum.GetValues<CostMetric>().Length);
        }
    }

    [Fact]
    public async Task A_restatement_between_two_pages_is_caught_and_read_again()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var pages = 0;
        fleet.AwsCalls.Answered = attempt =>
        {
            // The first page is of the first dataset's first days; the last days are on a later page.
            if (attempt.Operation == "GetCostAndUsage" && attempt.ResponseBytes > 10_000 && ++pages == 1)
            {
                Restate(fleet, payer, fleet.History.Start, 1.25m);
                Restate(fleet, payer, fleet.Today.AddDays(-1), 98.75m);
            }
        };

        var tenant = await fleet.OnboardAsync(payer);

        pages.ShouldBeGreaterThan(1);
        await fleet.ShouldEqualTruthAsync(tenant, payer);
        (await fleet.RevisionsAsync(payer, "CostByRecordType")).Single(at => at.Day == fleet.History.Start).Revision
            .ShouldBe(2);
        (await RowsAsync(fleet, tenant)).ShouldAllBe(row => row.Verdict == ReconciliationVerdict.Equal);
    }

    [Fact]
    public async Task What_AWSs_rounding_explains_is_shown_and_not_marked()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        Restate(fleet, payer, fleet.Today.AddDays(-1), 0.123456789012m);
        fleet.Aws.Grouped.Put(payer.AccountId.Value, new GroupedAnswer(Decimals: 10));

        var tenant = await fleet.OnboardAsync(payer);

        var rows = await RowsAsync(fleet, tenant);
        rows.Where(row => row.Verdict == ReconciliationVerdict.Rounding)
            .ShouldAllBe(row => row.Difference == 0.000000000012m);
        rows.ShouldContain(row => row.Verdict == ReconciliationVerdict.Rounding);
        rows.ShouldNotContain(row => row.Verdict == ReconciliationVerdict.Differs);
        (await fleet.CostsAsync(tenant)).Completeness.IsComplete.ShouldBeTrue();
    }

    [Fact]
    public async Task A_fee_that_no_row_holds_is_not_attributed_and_marks_its_day_until_AWS_gives_it_a_row()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var day = fleet.Today.AddDays(-3);
        Restate(fleet, payer, day, 7.5m);
        fleet.Aws.Grouped.Put(payer.AccountId.Value, new GroupedAnswer(null, "Fee", day, day.AddDays(1)));

        var tenant = await fleet.OnboardAsync(payer);

        var marked = await fleet.CostsAsync(tenant);
        marked.Completeness.IsComplete.ShouldBeFalse();
        var late = marked.Completeness.Late.ShouldHaveSingleItem();
        late.Reason.ShouldBe("differs");
        late.Detail.ShouldContain("7.5000000000 is not attributed");
        (await fleet.CostsAsync(tenant, new DatePeriod(day.AddDays(1), fleet.Today))).Completeness.IsComplete
            .ShouldBeTrue();
        (await RowsAsync(fleet, tenant)).Where(row => row.Days == MonthOf(fleet, day))
            .ShouldAllBe(row => row.Verdict == ReconciliationVerdict.Differs && row.Difference == 7.5m);

        var known = await fleet.RefreshAsync(tenant, payer);
        known.Due.ShouldBe(
            (DueOfPayer.Daily * TestFleet.HistoryDays) + DueOfPayer.Lists, "What differs as before is not re-read.");

        fleet.Aws.Grouped.Put(payer.AccountId.Value, new GroupedAnswer());
        await fleet.RefreshAsync(tenant, payer);
        await fleet.ShouldEqualTruthAsync(tenant, payer);
        (await RowsAsync(fleet, tenant)).ShouldAllBe(row => row.Verdict == ReconciliationVerdict.Equal);
    }

    [Fact]
    public async Task A_month_that_AWS_gives_no_total_of_is_unchecked_and_compared_by_the_next_refresh()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var partitions = (DueOfPayer.Daily * TestFleet.HistoryDays) + DueOfPayer.Lists;
        fleet.Calls.Around = call => call.MethodName == "SumAsync" ? throw new TimeoutException() : call.Invoke();

        var tenant = await fleet.OnboardAsync(payer);

        (await fleet.Account(payer).GetOperationAsync(tenant, new OperationId(payer, 1), Cancel))!.State
            .ShouldBe(OperationState.Succeeded);
        (await RowsAsync(fleet, tenant)).ShouldAllBe(row => row.Verdict == ReconciliationVerdict.Unchecked);
        fleet.Calls.Around = call => call.Invoke();
        (await fleet.RefreshAsync(tenant, payer)).Due.ShouldBe(partitions);
        (await RowsAsync(fleet, tenant)).ShouldAllBe(row => row.Verdict == ReconciliationVerdict.Equal);
    }

    private static int MonthOf(TestFleet fleet, DateOnly day) =>
        fleet.History.Intersect(YearMonth.Of(day).Days).DayCount;

    private static void Restate(TestFleet fleet, PayerAccountKey payer, DateOnly day, decimal amount) =>
        fleet.Aws.Restate(new Restatement(
            payer.AccountId.Value, day, "AWS Data Exchange", payer.AccountId.Value, amount, "Fee"));

    private static async Task<IReadOnlyList<ReconciliationRow>> RowsAsync(TestFleet fleet, TenantId tenant) =>
        [.. (await ReportsAsync(fleet, tenant)).SelectMany(each => each.Report.Rows)];

    private static async Task<IReadOnlyList<(YearMonth Month, ReconciliationReport Report)>> ReportsAsync(
        TestFleet fleet, TenantId tenant)
    {
        var reports = new List<(YearMonth, ReconciliationReport)>();
        foreach (var (month, _) in fleet.History.ByMonth())
        {
            var answer = await fleet.Grains.GetGrain<ITenantViewGrain>(tenant.Value)
                .GetReconciliationAsync(new ReconciliationQuery(month, []), Cancel);
            reports.Add((month, answer.Value!));
        }

        return reports;
    }
}
