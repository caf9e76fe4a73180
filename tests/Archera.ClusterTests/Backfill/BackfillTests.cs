using Archera.Aws.Calls;
using Archera.ClusterTests.Fixture;
using Archera.Contracts;
using Archera.Contracts.Backfill;
using Archera.Contracts.Identity;
using Archera.Contracts.Reconciliation;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;
using Archera.Contracts.Time;
using Archera.Grains.Backfill;
using Archera.Sandbox.Aws.Faults;

namespace Archera.ClusterTests.Backfill;

public sealed class BackfillTests(ITestOutputHelper output)
{
    private static readonly (string, string) Fast = ("Backfill:PagesPerMinute", "6000");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Costs_what_was_planned_and_brings_thirteen_months_to_the_last_decimal()
    {
        await using var fleet = await TestFleet.StartAsync(settings: [Fast, ("Refresh:HistoryDays", "60")]);
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var planned = await ViewAsync(fleet, tenant);
        var (spentBefore, first) = (Spent(fleet), FirstOfHistory(fleet));

        await fleet.Account(payer).BackfillAsync(tenant, Cancel);
        var done = await fleet.EndBackfillAsync(tenant, payer);

        var paid = Spent(fleet) - spentBefore;
        output.WriteLine($"planned {planned.Price.Calls} calls, ${planned.Price.CostUsd}; paid ${paid}");
        (planned.State, done.State).ShouldBe((BackfillState.None, BackfillState.Done));
        planned.Price.Days.ShouldBe(new DatePeriod(first, fleet.Today.AddDays(-60)));
        done.Price.ShouldBe(planned.Price, SamePrice);
        done.Operation!.AwsCostUsd.ShouldBe(paid);
        Math.Abs(paid - planned.Price.CostUsd).ShouldBeLessThanOrEqualTo(planned.Price.CostUsd * 0.05m);
        (done.Operation.State, done.Operation.Done).ShouldBe((OperationState.Succeeded, done.Operation.Due));
        foreach (var days in Halves(first, fleet.Today))
            await fleet.ShouldEqualTruthAsync(tenant, days, payer);
        await ShouldBeReconciledAsync(fleet, tenant, first);
    }

    [Fact]
    public async Task Goes_on_where_it_was_when_its_silo_dies_and_pays_for_one_page_more_at_most()
    {
        await using var fleet = await TestFleet.StartAsync(silos: 2, settings: [Fast, ("Refresh:HistoryDays", "60")]);
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var (price, spentBefore) = ((await ViewAsync(fleet, tenant)).Price, Spent(fleet));
        var midway = PageReached(fleet, price.Calls / 2);

        var asked = await fleet.Account(payer).BackfillAsync(tenant, Cancel);
        await midway;
        await fleet.KillSiloOfAsync(payer);
        await fleet.TickAsync(payer);
        var done = await fleet.EndBackfillAsync(tenant, payer);

        (done.State, done.Operation!.Id).ShouldBe((BackfillState.Done, asked.Value!.Id));
        // The pages of one that was not killed are within 5 % of the plan.
        (Spent(fleet) - spentBefore).ShouldBeLessThan((price.CostUsd * 1.05m) + 0.02m);
        foreach (var days in Halves(price.Days.Start, fleet.Today))
            await fleet.ShouldEqualTruthAsync(tenant, days, payer);
    }

    [Fact]
    public async Task Is_started_once_however_often_it_is_asked_for()
    {
        await using var fleet = await TestFleet.StartAsync(settings: Fast);
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);

        var first = await fleet.Account(payer).BackfillAsync(tenant, Cancel);
        var second = await fleet.Account(payer).BackfillAsync(tenant, Cancel);
        await fleet.EndBackfillAsync(tenant, payer);
        var spent = Spent(fleet);
        var third = await fleet.Account(payer).BackfillAsync(tenant, Cancel);

        first.Value!.Kind.ShouldBe(OperationKind.Backfill);
        second.Value!.Id.ShouldBe(first.Value.Id);
        (third.Value!.Id, third.Value.State).ShouldBe((first.Value.Id, OperationState.Succeeded));
        Spent(fleet).ShouldBe(spent);
        (await fleet.Account(payer).GetOperationAsync(tenant, first.Value.Id, Cancel)).ShouldBe(third.Value);
    }

    [Fact]
    public async Task Waits_for_the_next_day_when_its_budget_is_spent_and_names_the_months_that_are_not_there()
    {
        await using var fleet = await TestFleet.StartAsync(settings: [Fast, ("Backfill:UsdPerDay", "2")]);
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var (spentBefore, days) = (Spent(fleet), FirstHalf(fleet));
        (await fleet.CostsAsync(tenant, days)).Completeness.DaysExpected.ShouldBe(0);

        await fleet.Account(payer).BackfillAsync(tenant, Cancel);
        var waiting = await fleet.EndBackfillAsync(tenant, payer);

        var tomorrow = new DateTimeOffset(fleet.Today.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        (waiting.State, waiting.Reason, waiting.NextTryAt)
            .ShouldBe((BackfillState.Late, BackfillBook.OutOfBudget, tomorrow));
        waiting.Operation!.State.ShouldBe(OperationState.Late);
        (Spent(fleet) - spentBefore).ShouldBe(2m);
        await fleet.TickAsync(payer);
        (Spent(fleet) - spentBefore).ShouldBe(2m);
        var report = await fleet.CostsAsync(tenant, days, groupBy: [CostDimension.UsageType, CostDimension.Service]);
        report.Completeness.DaysExpected.ShouldBe(days.DayCount);
        report.Completeness.IsComplete.ShouldBeFalse();
        var late = report.Completeness.Late.ShouldHaveSingleItem();
        (late.Reason, late.NextTryAt).ShouldBe((BackfillBook.OutOfBudget, tomorrow));
        late.Detail.ShouldContain("has cost 2.00 USD today");

        while (waiting.State == BackfillState.Late)
        {
            fleet.MoveTo(fleet.Today.AddDays(1));
            waiting = await fleet.GoOnBackfillingAsync(tenant, payer);
        }

        waiting.State.ShouldBe(BackfillState.Done);
        await fleet.ShouldEqualTruthAsync(tenant, days, payer);
    }

    [Fact]
    public async Task Is_late_for_what_AWS_refuses_and_goes_on_once_that_is_over()
    {
        await using var fleet = await TestFleet.StartAsync(settings: [Fast, ("Aws:Calls:MaxCallTime", "00:00:01")]);
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var midway = PageReached(fleet, 20, () => fleet.Aws.Faults.Replace([new Fault(FaultKind.Error500, 1, "ce")]));

        await fleet.Account(payer).BackfillAsync(tenant, Cancel);
        await midway;
        var late = await fleet.EndBackfillAsync(tenant, payer);
        fleet.Aws.Faults.Replace([]);
        fleet.MoveTo(fleet.Today.AddDays(1));
        var done = await fleet.GoOnBackfillingAsync(tenant, payer);

        (late.State, late.Reason).ShouldBe((BackfillState.Late, FailureReasons.AwsError));
        late.NextTryAt.ShouldNotBeNull();
        late.Operation!.Done.ShouldBeGreaterThan(0);
        (done.State, done.Operation!.Late, done.Operation.Done)
            .ShouldBe((BackfillState.Done, 0, done.Operation.Due));
        await fleet.ShouldEqualTruthAsync(tenant, FirstHalf(fleet), payer);
    }

    [Fact]
    public async Task Lets_a_refresh_of_the_account_go_first()
    {
        await using var fleet = await TestFleet.StartAsync(settings: Fast);
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var (spentBefore, midway) = (Spent(fleet), PageReached(fleet, 20));
        await fleet.Account(payer).BackfillAsync(tenant, Cancel);
        await midway;

        var refreshed = await fleet.RefreshAsync(tenant, payer);

        refreshed.State.ShouldBe(OperationState.Succeeded);
        (await ViewAsync(fleet, tenant)).State.ShouldBe(BackfillState.Running);
        var done = await fleet.EndBackfillAsync(tenant, payer);
        done.State.ShouldBe(BackfillState.Done);
        // Each counts what it spent itself.
        (refreshed.AwsCostUsd + done.Operation!.AwsCostUsd).ShouldBe(Spent(fleet) - spentBefore);
    }

    [Fact]
    public async Task Of_an_account_that_is_not_connected_is_refused()
    {
        await using var fleet = await TestFleet.StartAsync();
        fleet.Calls.LinkedAccountsSleep = true;
        var (payer, tenant) = (fleet.Payer(0), await fleet.CreateTenantAsync("Tenant"));
        await fleet.ClaimAsync(tenant, payer);
        var stranger = await fleet.CreateTenantAsync("Stranger");

        (await fleet.Account(payer).GetBackfillAsync(tenant, Cancel)).Refusal!.Code.ShouldBe(RefusalCodes.NotConnected);
        (await fleet.Account(payer).BackfillAsync(tenant, Cancel)).Refusal!.Code.ShouldBe(RefusalCodes.NotConnected);
        (await fleet.Account(payer).BackfillAsync(stranger, Cancel)).Refusal!.Code.ShouldBe(RefusalCodes.NotFound);
    }

    private static readonly EqualityComparer<BackfillPrice> SamePrice = EqualityComparer<BackfillPrice>.Create(
        (left, right) => left! with { Parts = [] } == right! with { Parts = [] }
            && left.Parts.SequenceEqual(right.Parts),
        price => price.Days.GetHashCode());

    private static async Task<BackfillView> ViewAsync(TestFleet fleet, TenantId tenant) =>
        (await fleet.Account(fleet.Payer(0)).GetBackfillAsync(tenant, Cancel)).Value!;

    private static DateOnly FirstOfHistory(TestFleet fleet) =>
        YearMonth.Of(fleet.Today).Days.Start.AddMonths(-13);

    private static DatePeriod FirstHalf(TestFleet fleet) =>
        new(FirstOfHistory(fleet), FirstOfHistory(fleet).AddMonths(6));

    /// <summary>A question covers 400 days at most.</summary>
    private static DatePeriod[] Halves(DateOnly first, DateOnly today) =>
        [new(first, first.AddMonths(6)), new(first.AddMonths(6), today)];

    private static decimal Spent(TestFleet fleet) => fleet.Aws.Bill.Rows().Sum(row => row.Usd);

    /// <summary>Completes with so many pages of Cost Explorer from now on.</summary>
    private static Task PageReached(TestFleet fleet, int pages, Action? then = null)
    {
        var (reached, seen) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), 0);
        fleet.AwsCalls.Answered = attempt =>
        {
            if (attempt.Operation != "GetCostAndUsage" || Interlocked.Increment(ref seen) != pages)
                return;
            then?.Invoke();
            reached.TrySetResult();
        };
        return reached.Task.WaitAsync(TestFleet.Patience, Cancel);
    }

    private static async Task ShouldBeReconciledAsync(TestFleet fleet, TenantId tenant, DateOnly first)
    {
        foreach (var (month, _) in new DatePeriod(first, fleet.Today).ByMonth())
        {
            var answer = await fleet.Grains.GetGrain<ITenantViewGrain>(tenant.Value)
                .GetReconciliationAsync(new ReconciliationQuery(month, []), Cancel);
            answer.Value!.Rows.ShouldAllBe(row => row.Verdict == ReconciliationVerdict.Equal);
        }
    }
}
