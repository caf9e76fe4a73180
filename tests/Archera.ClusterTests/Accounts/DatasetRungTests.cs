using Archera.Aws.Calls;
using Archera.ClusterTests.Fixture;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Permissions;
using Archera.Contracts.Refresh;
using Archera.Grains.Onboarding;
using Archera.Sandbox.Aws.Faults;

namespace Archera.ClusterTests.Accounts;

/// <summary>What the ladder says of datasets, once the door is proven shut.</summary>
public sealed class DatasetRungTests
{
    private const string ByService = "dataset-CostByServiceAndAccount";
    private const string ByRecordType = "dataset-CostByRecordType";
    private const string LinkedAccounts = "dataset-LinkedAccounts";

    private static readonly string[] Granted =
    [
        "ce:GetCostAndUsage", "ce:GetReservationCoverage", "ce:GetReservationPurchaseRecommendation",
        "ce:GetReservationUtilization", "ce:GetSavingsPlansCoverage", "ce:GetSavingsPlansPurchaseRecommendation",
        "ce:GetSavingsPlansUtilization", "ce:GetSavingsPlansUtilizationDetails", "cloudwatch:GetMetricData",
        "cloudwatch:ListMetrics", "ec2:DescribeInstances", "ec2:DescribeRegions", "organizations:DescribeOrganization",
        "organizations:ListAccounts", "savingsplans:DescribeSavingsPlans",
    ];

    /// <summary>What is refused is asked for again for ten seconds.</summary>
    private static readonly (string, string)[] Patient =
        [("Onboarding:SettlingDelay", "00:00:00.500"), ("Onboarding:SettlingRetries", "20")];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ce:GetCostAndUsage", "because no identity-based policy allows the ce:GetCostAndUsage action")]
    [InlineData("organizations:ListAccounts", "You don't have permissions to access this resource")]
    public async Task An_action_that_is_missing_fails_exactly_the_datasets_that_name_it(string removed, string aws)
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await ClaimAsync(fleet, payer, Granted.Where(action => action != removed));
        var row = PermissionTable.Find(removed).ShouldNotBeNull();
        var rungs = row.Datasets.Select(dataset => $"dataset-{dataset}").ToArray();

        var view = await fleet.VerifyAsync(tenant, payer);

        view.Connection.ShouldBe(ConnectionState.Connected);
        var failed = view.Steps.Where(step => step.Outcome == StepOutcome.Failed).ToArray();
        failed.Select(step => step.Id).ShouldBe(rungs, ignoreOrder: true);
        foreach (var step in failed)
        {
            step.Detail.ShouldContain(removed);
            step.Detail.ShouldContain(row.Reason);
            step.Detail.ShouldContain(row.Missing);
            step.Detail.ShouldContain("AWS says: \"");
            step.Detail.ShouldContain(aws);
            step.Remedy.ShouldNotBeNull().ShouldContain(
                $$"""{"Effect":"Allow","Action":"{{removed}}","Resource":"*"}""");
            step.AwsRequestId.ShouldNotBeNullOrEmpty();
        }

        await fleet.EndAsync(tenant, new OperationId(payer, 1));
        var account = await fleet.Account(payer).GetAsync(tenant, Cancel);
        row.Datasets.ShouldAllBe(dataset => account!.LastError!.Contains(dataset.Value, StringComparison.Ordinal));
        account!.Datasets.Where(dataset => dataset.Late > 0).Select(dataset => dataset.Dataset)
            .ShouldBe(row.Datasets, ignoreOrder: true);
    }

    [Fact]
    public async Task What_a_probe_costs_is_said_before_it_is_made_and_it_is_made_once_for_all_that_it_tells_about()
    {
        await using var fleet = await TestFleet.StartAsync(settings: Patient);
        var payer = fleet.Payer(0);
        var tenant = await ClaimAsync(fleet, payer, Granted);
        var role = (await fleet.Account(payer).GetAsync(tenant, Cancel))!.RoleArn!.Value.Value;
        fleet.Aws.Roles.Delete(role).ShouldBeTrue();
        var announced = await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.Zero, Cancel);
        await VerifyUntilRefusedAsync(fleet, tenant, payer);
        var waiting = await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.Zero, Cancel);
        await GrantAsync(fleet, tenant, payer, Granted);

        var done = await fleet.EndVerifyingAsync(tenant, payer);

        Step(announced.Value!, ByService).Detail.ShouldContain("0.01 USD");
        Step(waiting.Value!, ByService).Outcome.ShouldBe(StepOutcome.Waiting);
        Step(waiting.Value!, ByService).Detail.ShouldContain("0.01 USD");
        Step(waiting.Value!, LinkedAccounts).Detail.ShouldContain("is free");
        done.Steps.Where(step => step.Outcome != StepOutcome.Passed).Select(step => step.Id)
            .ShouldBe([VerificationSteps.EmptyId, VerificationSteps.RefusedToOthers]);
        Step(done, ByService).AwsRequestId.ShouldBe(Step(done, ByRecordType).AwsRequestId);
        Probes(fleet, payer).ShouldBe(1);
    }

    [Fact]
    public async Task The_daily_check_spends_nothing()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        fleet.MoveTo(fleet.Today.AddDays(1));

        await fleet.TickAsync(payer);

        var view = await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(8), Cancel);
        Step(view.Value!, ByService).Outcome.ShouldBe(StepOutcome.Skipped);
        Step(view.Value!, ByService).Detail.ShouldContain("0.01 USD");
        Step(view.Value!, LinkedAccounts).Outcome.ShouldBe(StepOutcome.Passed);
        Probes(fleet, payer).ShouldBe(1);
        (await fleet.EndAsync(tenant, new OperationId(payer, 2))).State.ShouldBe(OperationState.Succeeded);
    }

    [Fact]
    public async Task A_run_that_an_activation_begins_again_spends_nothing_until_its_customer_asks()
    {
        await using var fleet = await TestFleet.StartAsync(settings: ("Onboarding:SettlingDelay", "00:01:00"));
        var payer = fleet.Payer(0);
        var tenant = await ClaimAsync(fleet, payer, Granted);
        var role = (await fleet.Account(payer).GetAsync(tenant, Cancel))!.RoleArn!.Value.Value;
        fleet.Aws.Roles.Delete(role).ShouldBeTrue();
        await VerifyUntilRefusedAsync(fleet, tenant, payer);
        await GrantAsync(fleet, tenant, payer, Granted);

        await fleet.DeactivateAsync(payer);
        var again = await fleet.EndVerifyingAsync(tenant, payer);

        again.Connection.ShouldBe(ConnectionState.Connected);
        Step(again, ByService).Outcome.ShouldBe(StepOutcome.Skipped);
        Step(again, ByService).Detail.ShouldContain("only a verification that you start spends that");
        Probes(fleet, payer).ShouldBe(0);
        Step(await fleet.VerifyAsync(tenant, payer), ByService).Outcome.ShouldBe(StepOutcome.Passed);
        Probes(fleet, payer).ShouldBe(1);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_role_that_is_set_during_a_run_spends_only_if_its_customer_had_asked_for_the_run(
        bool hasAsked, int probes)
    {
        await using var fleet = await TestFleet.StartAsync(settings: ("Onboarding:SettlingDelay", "00:01:00"));
        var payer = fleet.Payer(0);
        var tenant = await ClaimAsync(fleet, payer, Granted);
        var claim = (await fleet.Account(payer).GetAsync(tenant, Cancel))!;
        fleet.Aws.Roles.Delete(claim.RoleArn!.Value.Value).ShouldBeTrue();
        await fleet.Account(payer).VerifyAsync(tenant, Cancel);
        var running = await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(1), Cancel);
        running.Value!.IsDone.ShouldBeFalse();
        if (!hasAsked)
            await fleet.DeactivateAsync(payer); // The next activation begins it again, unasked.
        var second = RoleArn.Parse($"arn:aws:iam::{payer.AccountId}:role/Second");
        fleet.PutRole(second.Value, claim.ExternalId);

        await fleet.Account(payer).SetRoleAsync(tenant, second, Cancel);

        var view = await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(8), Cancel);
        view.Value!.Connection.ShouldBe(ConnectionState.Connected);
        Probes(fleet, payer).ShouldBe(probes);
    }

    [Fact]
    public async Task A_permission_that_is_granted_meanwhile_is_seen()
    {
        await using var fleet = await TestFleet.StartAsync(settings: Patient);
        var payer = fleet.Payer(0);
        var tenant = await ClaimAsync(fleet, payer, Granted.Where(action => action != "organizations:DescribeOrganization"));
        await VerifyUntilRefusedAsync(fleet, tenant, payer);

        await GrantAsync(fleet, tenant, payer, Granted);

        var view = await fleet.EndVerifyingAsync(tenant, payer);
        view.Connection.ShouldBe(ConnectionState.Connected);
        view.Steps.ShouldNotContain(step => step.Outcome == StepOutcome.Failed);
    }

    [Fact]
    public async Task A_probe_that_AWS_does_not_answer_proves_nothing_and_blames_no_permission()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await ClaimAsync(fleet, payer, Granted);
        fleet.Aws.Faults.Replace([new Fault(FaultKind.Error500, 1, Service: "ce")]);

        var view = await fleet.VerifyAsync(tenant, payer);

        view.Connection.ShouldBe(ConnectionState.Connected);
        Step(view, ByService).Outcome.ShouldBe(StepOutcome.Failed);
        Step(view, ByService).Detail.ShouldContain("Not proven");
        Step(view, ByService).Remedy.ShouldNotBeNull().ShouldNotContain("statement");
    }

    [Fact]
    public async Task An_account_that_is_connected_alone_is_told_whose_bill_it_is_on()
    {
        await using var fleet = await TestFleet.StartAsync();
        var organization = fleet.Aws.World.Organizations[0];
        var linked = organization.Accounts.First(account => account.Id != organization.PayerAccountId).Id;

        var member = await VerifyAloneAsync(fleet, linked, Granted);
        var denied = await VerifyAloneAsync(fleet, linked, ["ce:GetCostAndUsage"]);
        var alone = await VerifyAloneAsync(fleet, "999988887777", Granted);

        (member.Outcome, denied.Outcome, alone.Outcome).ShouldBe(
            (StepOutcome.Passed, StepOutcome.Failed, StepOutcome.Passed));
        member.Detail.ShouldContain(organization.PayerAccountId);
        denied.Detail.ShouldContain("can't be told");
        alone.Detail.ShouldContain("no organization");
    }

    private static async Task<VerificationStep> VerifyAloneAsync(
        TestFleet fleet, string accountId, IEnumerable<string> actions)
    {
        var account = PayerAccountKey.Parse("aws:" + accountId);
        var tenant = await ClaimAsync(fleet, account, actions, ConnectionMode.SubAccount);
        var view = await fleet.VerifyAsync(tenant, account);
        view.Steps.ShouldNotContain(step => step.Id == LinkedAccounts);
        Step(view, VerificationSteps.CallerIdentity).Outcome.ShouldBe(StepOutcome.Passed);
        return Step(view, VerificationSteps.OrganizationPayer);
    }

    /// <summary>Starts a verification that AWS refuses something, and comes back while it waits to ask again.</summary>
    private static async Task VerifyUntilRefusedAsync(TestFleet fleet, TenantId tenant, PayerAccountKey payer)
    {
        using var refusals = new EndedWork(
            "archera.aws.calls", AwsInstruments.Name, fleet.Meters, FailureReasons.AccessDenied);
        var refused = refusals.Next;
        (await fleet.Account(payer).VerifyAsync(tenant, Cancel)).IsGranted.ShouldBeTrue();
        await refused.WaitAsync(TestFleet.Patience, Cancel);
    }

    private static async Task<TenantId> ClaimAsync(
        TestFleet fleet,
        PayerAccountKey payer,
        IEnumerable<string> actions,
        ConnectionMode mode = ConnectionMode.Payer)
    {
        var tenant = await fleet.CreateTenantAsync("Tenant");
        await fleet.ClaimAsync(tenant, payer, roleName: "Archera-" + tenant, mode: mode);
        await GrantAsync(fleet, tenant, payer, actions);
        return tenant;
    }

    private static async Task GrantAsync(
        TestFleet fleet, TenantId tenant, PayerAccountKey payer, IEnumerable<string> actions)
    {
        var claim = await fleet.Account(payer).GetAsync(tenant, Cancel);
        var listed = string.Join("\",\"", actions);
        fleet.PutRole(
            claim!.RoleArn!.Value.Value,
            claim.ExternalId,
            $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["{{listed}}"],"Resource":"*"}]}
            """);
    }

    private static VerificationStep Step(VerificationView view, string id) =>
        view.Steps.Single(step => step.Id == id);

    /// <summary>The requests for one day's total: no read groups by nothing.</summary>
    private static int Probes(TestFleet fleet, PayerAccountKey payer) => fleet.Aws.Trail
        .Events(payer.AccountId.Value)
        .Count(call => call.GetProperty("eventName").GetString() == "GetCostAndUsage"
            && !call.GetProperty("requestParameters").TryGetProperty("groupBy", out _));
}
