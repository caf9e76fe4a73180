using Archera.Aws.Calls;
using Archera.ClusterTests.Fixture;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Sandbox.Aws.Faults;
using Archera.Sandbox.Aws.Worlds.Restatements;

namespace Archera.ClusterTests.Reports;

public sealed class RefreshTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Brings_the_bill_to_the_report_to_the_last_decimal(short silos)
    {
        await using var fleet = await TestFleet.StartAsync(silos);

        var tenant = await fleet.OnboardAsync(fleet.Payer(0));

        await fleet.ShouldEqualTruthAsync(tenant, fleet.Payer(0));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    public async Task Loses_nothing_while_AWS_throttles(double share)
    {
        await using var fleet = await TestFleet.StartAsync(throttleShare: (decimal)share);

        var tenant = await fleet.OnboardAsync(fleet.Payer(0));

        await fleet.ShouldEqualTruthAsync(tenant, fleet.Payer(0));
    }

    [Theory]
    [InlineData(FaultKind.Html200, FailureReasons.NotAnAwsAnswer)]
    [InlineData(FaultKind.Truncate, FailureReasons.NotAnAwsAnswer)]
    [InlineData(FaultKind.Reset, FailureReasons.Unreachable)]
    [InlineData(FaultKind.Error500, FailureReasons.AwsError)]
    [InlineData(FaultKind.RepeatToken, FailureReasons.EndlessPages)]
    [InlineData(FaultKind.Throttle, FailureReasons.Throttled)]
    public async Task Names_what_it_could_not_read_and_is_whole_once_the_fault_is_gone(FaultKind kind, string reason)
    {
        await using var fleet = await TestFleet.StartAsync(settings: ("Aws:Calls:MaxCallTime", "00:00:01"));
        fleet.Aws.Faults.Replace([new Fault(kind, 1, Service: "ce")]);

        var tenant = await fleet.OnboardAsync(fleet.Payer(0));

        var report = await fleet.CostsAsync(tenant);
        report.Completeness.IsComplete.ShouldBeFalse();
        report.Completeness.DaysReceived.ShouldBe(0);
        report.Completeness.DaysExpected.ShouldBe(TestFleet.HistoryDays);
        var late = report.Completeness.Late.ShouldHaveSingleItem();
        (late.Account, late.Reason).ShouldBe((fleet.Payer(0).ToString(), reason));
        late.NextTryAt.ShouldNotBeNull();

        fleet.Aws.Faults.Replace([]);
        (await fleet.RefreshAsync(tenant, fleet.Payer(0))).State.ShouldBe(OperationState.Succeeded);
        await fleet.ShouldEqualTruthAsync(tenant, fleet.Payer(0));
    }

    [Fact]
    public async Task Keeps_the_old_figures_and_names_them_late_when_a_second_read_fails()
    {
        await using var fleet = await TestFleet.StartAsync();
        var tenant = await fleet.OnboardAsync(fleet.Payer(0));
        var before = await fleet.CostsAsync(tenant);
        fleet.Aws.Faults.Replace([new Fault(FaultKind.Html200, 1, Service: "ce")]);

        var ended = await fleet.RefreshAsync(tenant, fleet.Payer(0));

        var after = await fleet.CostsAsync(tenant);
        ended.State.ShouldBe(OperationState.Late);
        after.Totals.ShouldBe(before.Totals);
        before.Completeness.IsComplete.ShouldBeTrue();
        after.Completeness.IsComplete.ShouldBeFalse();
        after.Completeness.DaysReceived.ShouldBe(TestFleet.HistoryDays);
    }

    [Fact]
    public async Task Names_our_own_credentials_when_they_are_refused_and_reads_the_renewed_ones()
    {
        await using var fleet = await TestFleet.StartAsync(silos: 2);
        fleet.Calls.LinkedAccountsSleep = true;
        var tenant = await fleet.OnboardAsync(fleet.Payer(0));
        var before = await fleet.CostsAsync(tenant);
        await fleet.WriteVendorKeysAsync(secret: "an outdated secret");
        await fleet.KillSiloOfAsync(fleet.Payer(0)); // The other one has not read the keys yet.

        var ended = await fleet.RefreshAsync(tenant, fleet.Payer(0));

        (ended.State, ended.Done).ShouldBe((OperationState.Late, 0));

        var refused = await fleet.CostsAsync(tenant);
        refused.Totals.ShouldBe(before.Totals);
        refused.Completeness.Late.ShouldHaveSingleItem().Reason.ShouldBe(FailureReasons.VendorCredentials);
        await fleet.WriteVendorKeysAsync();
        (await fleet.RefreshAsync(tenant, fleet.Payer(0))).State.ShouldBe(OperationState.Succeeded);
        await fleet.ShouldEqualTruthAsync(tenant, fleet.Payer(0));
    }

    [Fact]
    public async Task A_day_that_can_not_be_read_is_late_alone_and_holds_no_other_day_back()
    {
        await using var fleet = await TestFleet.StartAsync();
        var poisoned = fleet.Today.AddDays(-3);
        fleet.Datasets.IsUnreadable = read => read.Days.Contains(poisoned);

        var tenant = await fleet.OnboardAsync(fleet.Payer(0));

        var report = await fleet.CostsAsync(tenant);
        report.Completeness.DaysReceived.ShouldBe(TestFleet.HistoryDays - 1);
        report.Rows.ShouldNotContain(row => row.Period == poisoned);
        report.Completeness.Late.ShouldHaveSingleItem().Reason.ShouldBe(FailureReasons.Unreadable);
        fleet.Datasets.IsUnreadable = _ => false;
        await fleet.RefreshAsync(tenant, fleet.Payer(0));
        await fleet.ShouldEqualTruthAsync(tenant, fleet.Payer(0));
    }

    [Fact]
    public async Task Reads_days_too_many_for_one_read_in_several()
    {
        await using var fleet = await TestFleet.StartAsync(settings: ("Aws:Costs:MaxPages", "2"));

        var tenant = await fleet.OnboardAsync(fleet.Payer(0));

        var ended = await fleet.EndAsync(tenant, new OperationId(fleet.Payer(0), 1));
        (ended.State, ended.Done).ShouldBe((OperationState.Succeeded, ended.Due));
        await fleet.ShouldEqualTruthAsync(tenant, fleet.Payer(0));
    }

    [Fact]
    public async Task A_day_too_large_for_a_read_is_late_for_a_day_and_holds_no_other_back()
    {
        await using var fleet = await TestFleet.StartAsync(settings: ("Aws:Costs:MaxRows", "40"));
        var payer = fleet.Payer(0);
        var large = fleet.Today.AddDays(-3);
        foreach (var service in Enumerable.Range(0, 100))
            fleet.Aws.Restate(new Restatement(payer.AccountId.Value, large, $"S{service}", payer.AccountId.Value, 1m));

        var tenant = await fleet.OnboardAsync(payer);

        var report = await fleet.CostsAsync(tenant);
        report.Rows.Select(row => row.Period).Distinct()
            .ShouldBe(fleet.History.Days().Where(day => day != large), ignoreOrder: true);
        var late = report.Completeness.Late.ShouldHaveSingleItem();
        late.Reason.ShouldBe(FailureReasons.TooLarge);
        (late.NextTryAt - late.Since).ShouldBe(TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task Fails_when_nothing_can_be_read_before_the_customer_lets_us_in_again()
    {
        await using var fleet = await TestFleet.StartAsync();
        var tenant = await fleet.OnboardAsync(fleet.Payer(0));
        var role = (await fleet.Account(fleet.Payer(0)).GetAsync(tenant, Cancel))!.RoleArn!.Value.Value;
        fleet.PutRole(role, new ExternalId("somebody-elses-external-id"));
        fleet.Aws.Sessions.Expire();

        var ended = await fleet.RefreshAsync(tenant, fleet.Payer(0));

        (ended.State, ended.Done).ShouldBe((OperationState.Failed, 0));
    }

    [Fact]
    public async Task Behind_an_open_breaker_is_no_attempt_and_names_what_opened_it()
    {
        await using var fleet = await TestFleet.StartAsync(settings:
        [
            ("Aws:Calls:BreakerMinimumRequests", "2"), ("Aws:Calls:BreakerFailureRatio", "0.02"),
        ]);
        var tenant = await fleet.OnboardAsync(fleet.Payer(0));
        fleet.Aws.Faults.Replace([new Fault(FaultKind.Html200, 1, Service: "ce")]);
        await fleet.RefreshAsync(tenant, fleet.Payer(0));
        var opening = await fleet.CostsAsync(tenant);

        await fleet.RefreshAsync(tenant, fleet.Payer(0));

        var behind = (await fleet.CostsAsync(tenant)).Completeness.Late.ShouldHaveSingleItem();
        var before = opening.Completeness.Late.ShouldHaveSingleItem();
        (behind.Reason, behind.Detail).ShouldBe((FailureReasons.NotAnAwsAnswer, before.Detail));
        behind.NextTryAt!.Value.ShouldBeLessThan(before.Since.AddMinutes(1));
    }

    [Fact]
    public async Task Opens_a_new_session_when_AWS_ends_the_old_one()
    {
        await using var fleet = await TestFleet.StartAsync();
        var tenant = await fleet.OnboardAsync(fleet.Payer(0));
        fleet.Aws.Sessions.Expire();

        var ended = await fleet.RefreshAsync(tenant, fleet.Payer(0));

        ended.State.ShouldBe(OperationState.Succeeded);
        await fleet.ShouldEqualTruthAsync(tenant, fleet.Payer(0));
    }

    [Fact]
    public async Task Shows_a_restatement_and_what_the_day_was_before_it()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var day = DatePeriod.OfDay(fleet.Today.AddDays(-3));
        var before = await fleet.CostsAsync(tenant, day, groupBy: CostDimension.Service);
        var readOn = fleet.Today;
        fleet.MoveTo(readOn.AddDays(1));
        fleet.Aws.Restate(new Restatement(
            payer.AccountId.Value, day.Start, "Amazon Textract", payer.AccountId.Value, 12.340m));

        await fleet.RefreshAsync(tenant, payer);

        var now = await fleet.CostsAsync(tenant, day, groupBy: CostDimension.Service);
        var then = await fleet.CostsAsync(tenant, day, asOf: readOn, groupBy: CostDimension.Service);
        now.Rows.ShouldContain(row => row.Keys[0] == "Amazon Textract" && row.Amount == 12.340m);
        RowsOf(then).ShouldBe(RowsOf(before));
        then.Completeness.IsComplete.ShouldBeTrue();
    }

    [Fact]
    public async Task Answers_status_calls_while_it_runs()
    {
        await using var fleet = await TestFleet.StartAsync(settings: ("Refresh:AcknowledgeWithin", "00:01:00"));
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var held = new TaskCompletionSource();
        fleet.Publisher.Deliver = async (part, send) =>
        {
            await held.Task;
            await send(part);
        };

        var begun = await fleet.Account(payer).RefreshAsync(tenant, Cancel);
        var joined = await fleet.Account(payer).RefreshAsync(tenant, Cancel);
        var running = await fleet.Account(payer).GetOperationAsync(tenant, begun.Value!.Id, Cancel);
        var view = await fleet.Account(payer).GetAsync(tenant, Cancel);
        held.SetResult();

        joined.Value!.Id.ShouldBe(begun.Value.Id);
        running!.State.ShouldBe(OperationState.Running);
        view.ShouldNotBeNull();
        (await fleet.EndAsync(tenant, begun.Value.Id)).State.ShouldBe(OperationState.Succeeded);
    }

    [Fact]
    public async Task Goes_on_under_the_same_operation_after_its_silo_is_killed()
    {
        await using var fleet = await TestFleet.StartAsync(2, settings: ("Refresh:AcknowledgeWithin", "00:01:00"));
        var payer = fleet.Payer(0);
        var tenant = await fleet.CreateTenantAsync("Tenant");
        await fleet.ClaimAsync(tenant, payer);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        fleet.Publisher.Deliver = (_, _) =>
        {
            reached.TrySetResult();
            return Task.Delay(Timeout.Infinite);
        };
        await fleet.VerifyAsync(tenant, payer);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);

        fleet.Publisher.Deliver = (part, send) => send(part);
        await fleet.KillSiloOfAsync(payer);

        var ended = await fleet.EndAsync(tenant, new Contracts.Identity.OperationId(payer, 1));
        ended.State.ShouldBe(OperationState.Succeeded);
        await fleet.ShouldEqualTruthAsync(tenant, payer);
    }

    [Fact]
    public async Task Is_late_while_the_report_can_not_be_stored_and_whole_afterwards()
    {
        await using var fleet = await TestFleet.StartAsync();
        fleet.Storage.IsDown = name => name.StartsWith("cost-", StringComparison.Ordinal);
        var tenant = await fleet.OnboardAsync(fleet.Payer(0));

        var operation = await fleet.Account(fleet.Payer(0)).GetOperationAsync(
            tenant, new Contracts.Identity.OperationId(fleet.Payer(0), 1), Cancel);
        operation!.Late.ShouldBe(TestFleet.CostDatasets * TestFleet.HistoryDays);

        fleet.Storage.IsDown = _ => false;
        await fleet.RefreshAsync(tenant, fleet.Payer(0));
        await fleet.ShouldEqualTruthAsync(tenant, fleet.Payer(0));
    }

    private static IEnumerable<(string, decimal)> RowsOf(CostReport report) =>
        report.Rows.Select(row => (row.Keys[0], row.Amount));
}
