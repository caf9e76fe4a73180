using Archera.ClusterTests.Fixture;
using Archera.Contracts.Accounts;
using Archera.Contracts.Events;
using Archera.Contracts.Identity;
using Archera.Contracts.Quarantine;
using Archera.Contracts.Refresh;
using Archera.Grains.Refresh;

namespace Archera.ClusterTests.Accounts;

/// <summary>A linked account of one tenant and its payer account of another, in either order.</summary>
public sealed class PayerInUseTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_linked_account_connected_before_its_payer_waits_for_the_operator_and_keeps_its_figures()
    {
        await using var fleet = await TestFleet.StartAsync();
        var (linked, tenant) = await ConnectAloneAsync(fleet);
        var payerOwner = await fleet.OnboardAsync(fleet.Payer(0), "Payer");
        var before = await fleet.CostsAsync(tenant);

        var connection = await NextDayAsync(fleet, tenant, linked);

        connection.ShouldBe(ConnectionState.Quarantined);
        var costs = await fleet.CostsAsync(tenant);
        costs.Totals.ShouldBe(before.Totals);
        costs.Completeness.Late.ShouldHaveSingleItem().Reason.ShouldBe(LateReason.Quarantined);
        (await fleet.EventsAsync(tenant, 2)).ShouldBe([TenantEventKind.Connected, TenantEventKind.Quarantined]);
        (await OpenClaimAsync(fleet)).UsedBy.ShouldBe(payerOwner);
        var view = (await fleet.Account(linked).GetAsync(tenant, Cancel))!;
        view.LastError.ShouldNotBeNull().ShouldNotContain(payerOwner.Value);
        (await fleet.Account(fleet.Payer(0)).GetAsync(payerOwner, Cancel))!.Connection
            .ShouldBe(ConnectionState.Connected);
    }

    [Fact]
    public async Task The_operators_leave_to_stay_beside_the_payer_is_kept_and_asked_for_once()
    {
        await using var fleet = await TestFleet.StartAsync();
        var (linked, tenant) = await ConnectAloneAsync(fleet);
        await fleet.OnboardAsync(fleet.Payer(0), "Payer");
        await NextDayAsync(fleet, tenant, linked);

        await DecideAsync(fleet, linked, tenant, ClaimDecision.Transfer);
        await fleet.EndVerifyingAsync(tenant, linked);
        var read = await fleet.RefreshAsync(tenant, linked);
        var connection = await NextDayAsync(fleet, tenant, linked);

        read.State.ShouldBe(OperationState.Succeeded);
        connection.ShouldBe(ConnectionState.Connected);
        (await fleet.EventsAsync(tenant, 3)).ShouldBe([
            TenantEventKind.Connected, TenantEventKind.Quarantined, TenantEventKind.Connected]);
    }

    [Fact]
    public async Task A_linked_account_that_the_operator_refuses_keeps_its_figures_and_is_not_read()
    {
        await using var fleet = await TestFleet.StartAsync();
        var (linked, tenant) = await ConnectAloneAsync(fleet);
        await fleet.OnboardAsync(fleet.Payer(0), "Payer");
        await NextDayAsync(fleet, tenant, linked);
        var before = await fleet.CostsAsync(tenant);

        await DecideAsync(fleet, linked, tenant, ClaimDecision.Refuse);
        await fleet.TickAsync(linked);

        (await fleet.Account(linked).GetAsync(tenant, Cancel))!.Connection.ShouldBe(ConnectionState.Refused);
        var costs = await fleet.CostsAsync(tenant);
        costs.Totals.ShouldBe(before.Totals);
        costs.Completeness.Late.ShouldHaveSingleItem().Reason.ShouldBe(LateReason.Refused);
    }

    [Fact]
    public async Task A_payer_connected_while_its_linked_account_is_verified_is_seen_at_the_next_check()
    {
        await using var fleet = await TestFleet.StartAsync();
        var asked = false;
        fleet.Calls.Around = async call =>
        {
            await call.Invoke();
            if (call.MethodName != nameof(IDisputedAccountGrain.GetOwnerAsync) || asked)
                return;
            asked = true;
            await fleet.OnboardAsync(fleet.Payer(0), "Payer");
        };
        var (linked, tenant) = await ConnectAloneAsync(fleet);

        var connection = await NextDayAsync(fleet, tenant, linked);

        asked.ShouldBeTrue();
        connection.ShouldBe(ConnectionState.Quarantined);
    }

    private static async Task<(PayerAccountKey Linked, TenantId Tenant)> ConnectAloneAsync(TestFleet fleet)
    {
        var linked = PayerAccountKey.Parse("aws:" + fleet.Aws.World.Organizations[0].Accounts[1].Id);
        var tenant = await fleet.CreateTenantAsync("Alone");
        await fleet.ClaimAsync(tenant, linked, mode: ConnectionMode.SubAccount);
        (await fleet.Account(linked).VerifyAsync(tenant, Cancel)).IsGranted.ShouldBeTrue();
        (await fleet.EndVerifyingAsync(tenant, linked)).Connection.ShouldBe(ConnectionState.Connected);
        await fleet.EndAsync(tenant, new OperationId(linked, 1));
        return (linked, tenant);
    }

    private static async Task<ConnectionState> NextDayAsync(TestFleet fleet, TenantId tenant, PayerAccountKey linked)
    {
        fleet.MoveTo(fleet.Today.AddDays(1));
        await fleet.TickAsync(linked);
        return (await fleet.EndVerifyingAsync(tenant, linked)).Connection;
    }

    private static async Task DecideAsync(
        TestFleet fleet, PayerAccountKey linked, TenantId tenant, ClaimDecision decision)
    {
        var decided = await fleet.Grains.GetGrain<IDisputedAccountGrain>(linked.ToString())
            .DecideAsync(tenant, decision, new DecisionNote("The reseller agrees.", "operator"), Cancel);
        decided.IsGranted.ShouldBeTrue();
    }

    private static async Task<QuarantinedClaim> OpenClaimAsync(TestFleet fleet)
    {
        var claims = await fleet.Grains.GetGrain<IQuarantineGrain>(IQuarantineGrain.Key).ListAsync(Cancel);
        return claims.ShouldHaveSingleItem();
    }
}
