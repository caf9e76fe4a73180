using Archera.ClusterTests.Fixture;
using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Events;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Sandbox.Aws.Faults;

namespace Archera.ClusterTests.Accounts;

public sealed class DriftTests
{
    private const string Both = "\"sts:AssumeRole\",\"sts:SetSourceIdentity\"";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Both)]
    [InlineData("\"sts:AssumeRole\"")]
    public async Task A_role_loosened_later_suspends_the_account_until_it_is_shut_again(string actions)
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var view = await fleet.Account(payer).GetAsync(tenant, Cancel);
        var role = view!.RoleArn!.Value.Value;
        var before = await fleet.CostsAsync(tenant);
        Loosen(fleet, role, actions);

        await NextDayAsync(fleet, tenant, payer, ConnectionState.Suspended);

        var suspended = await fleet.Account(payer).GetAsync(tenant, Cancel);
        suspended!.RoleArn!.Value.Value.ShouldBe(role);
        suspended.LastError.ShouldNotBeNull().ShouldContain("opens without an external id");
        (await fleet.Account(payer).RefreshAsync(tenant, Cancel)).Refusal!.Code.ShouldBe(RefusalCodes.NotConnected);
        var costs = await fleet.CostsAsync(tenant);
        costs.Totals.ShouldBe(before.Totals);
        costs.Completeness.Late.ShouldHaveSingleItem().Reason.ShouldBe("suspended");

        fleet.PutRole(role, view.ExternalId);
        await NextDayAsync(fleet, tenant, payer, ConnectionState.Connected);

        (await fleet.EndAsync(tenant, new OperationId(payer, 2))).State.ShouldBe(OperationState.Succeeded);
        await fleet.ShouldEqualTruthAsync(tenant, payer);
    }

    [Fact]
    public async Task A_role_that_is_gone_suspends_the_account_at_the_next_refresh_until_it_is_back()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var view = await fleet.Account(payer).GetAsync(tenant, Cancel);
        var role = view!.RoleArn!.Value.Value;
        var before = await fleet.CostsAsync(tenant);
        fleet.Aws.Roles.Delete(role).ShouldBeTrue();
        fleet.Aws.Sessions.Expire(account: null);

        (await fleet.Account(payer).RefreshAsync(tenant, Cancel)).IsGranted.ShouldBeTrue();
        await fleet.EndAsync(tenant, new OperationId(payer, 2));
        var run = await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(8), Cancel);

        run.Value!.Connection.ShouldBe(ConnectionState.Suspended);
        var costs = await fleet.CostsAsync(tenant);
        costs.Totals.ShouldBe(before.Totals);
        costs.Completeness.Late.ShouldNotBeEmpty();

        fleet.PutRole(role, view.ExternalId);
        fleet.MoveTo(fleet.Today.AddDays(1));
        await fleet.TickAsync(payer);
        run = await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(8), Cancel);
        run.Value!.Connection.ShouldBe(ConnectionState.Connected);
    }

    [Fact]
    public async Task A_role_that_is_gone_is_not_asked_at_every_tick_and_at_once_by_its_customer()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var view = await fleet.Account(payer).GetAsync(tenant, Cancel);
        fleet.Aws.Roles.Delete(view!.RoleArn!.Value.Value).ShouldBeTrue();
        await NextDayAsync(fleet, tenant, payer, ConnectionState.Suspended);
        var asked = Asked(fleet);

        await fleet.TickAsync(payer);
        await fleet.TickAsync(payer);

        await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(8), Cancel);
        Asked(fleet).ShouldBe(asked);
        fleet.PutRole(view.RoleArn!.Value.Value, view.ExternalId);
        (await fleet.VerifyAsync(tenant, payer)).Connection.ShouldBe(ConnectionState.Connected);
    }

    [Fact]
    public async Task A_role_that_was_gone_and_comes_back_open_is_told_of_again()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var role = (await fleet.Account(payer).GetAsync(tenant, Cancel))!.RoleArn!.Value.Value;
        fleet.Aws.Roles.Delete(role).ShouldBeTrue();
        await NextDayAsync(fleet, tenant, payer, ConnectionState.Suspended);
        Loosen(fleet, role, Both);

        await NextDayAsync(fleet, tenant, payer, ConnectionState.Suspended);

        (await fleet.EventsAsync(tenant, 3)).ShouldBe([
            TenantEventKind.Connected, TenantEventKind.Suspended, TenantEventKind.Suspended]);
    }

    [Fact]
    public async Task A_check_that_finds_nothing_out_keeps_nothing_from_being_read()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        fleet.Aws.Faults.Replace([new Fault(FaultKind.Error500, 1, Service: "sts")]);

        await NextDayAsync(fleet, tenant, payer, ConnectionState.Connected);

        (await fleet.EndAsync(tenant, new OperationId(payer, 2))).State.ShouldBe(OperationState.Succeeded);
        await fleet.ShouldEqualTruthAsync(tenant, payer);
    }

    [Fact]
    public async Task A_failed_candidate_does_not_put_off_the_check_of_the_role_in_use()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        Loosen(fleet, (await fleet.Account(payer).GetAsync(tenant, Cancel))!.RoleArn!.Value.Value, Both);
        fleet.MoveTo(fleet.Today.AddDays(1));
        await SetMissingRoleAsync(fleet, tenant, payer);
        (await fleet.VerifyAsync(tenant, payer)).Connection.ShouldBe(ConnectionState.Connected);

        await fleet.TickAsync(payer);

        var view = await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(8), Cancel);
        view.Value!.Connection.ShouldBe(ConnectionState.Suspended);
    }

    [Fact]
    public async Task A_check_waits_for_the_verification_that_a_customer_has_started()
    {
        await using var fleet = await TestFleet.StartAsync(settings: ("Onboarding:SettlingDelay", "00:00:01"));
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        fleet.MoveTo(fleet.Today.AddDays(1));
        await SetMissingRoleAsync(fleet, tenant, payer);
        await fleet.Account(payer).VerifyAsync(tenant, Cancel);

        await fleet.TickAsync(payer);

        var view = await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(8), Cancel);
        view.Value!.IsDone.ShouldBeTrue();
        view.Value.Steps[0].Outcome.ShouldBe(StepOutcome.Failed);
    }

    private static long Asked(TestFleet fleet) =>
        fleet.Aws.Calls.Rows().Where(row => row.Operation == "AssumeRole").Sum(row => row.Sent);

    private static async Task SetMissingRoleAsync(TestFleet fleet, TenantId tenant, PayerAccountKey payer)
    {
        var missing = RoleArn.Parse($"arn:aws:iam::{payer.AccountId}:role/Missing");
        (await fleet.Account(payer).SetRoleAsync(tenant, missing, Cancel)).IsGranted.ShouldBeTrue();
    }

    private static void Loosen(TestFleet fleet, string role, string actions) => fleet.PutRole(
        role,
        $$"""
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{fleet.Aws.Vendor.UserArn}}"},
        "Action":[{{actions}}]}]}
        """);

    private static async Task NextDayAsync(
        TestFleet fleet, TenantId tenant, PayerAccountKey payer, ConnectionState expected)
    {
        fleet.MoveTo(fleet.Today.AddDays(1));
        await fleet.TickAsync(payer);
        var view = await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(8), Cancel);
        (view.Value!.IsDone, view.Value.Connection).ShouldBe((true, expected));
    }
}
