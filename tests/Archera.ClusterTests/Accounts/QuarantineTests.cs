using Archera.ClusterTests.Fixture;
using Archera.Contracts;
using Archera.Contracts.Accounts;
using Archera.Contracts.Events;
using Archera.Contracts.Identity;
using Archera.Contracts.Quarantine;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Grains.Accounts;
using Archera.Sandbox.Aws.Faults;

namespace Archera.ClusterTests.Accounts;

public sealed class QuarantineTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_transfer_gives_the_account_to_the_claimant_and_refuses_who_used_it()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var (owner, claimant) = await QuarantineAsync(fleet, payer);
        var open = (await ListAsync(fleet)).ShouldHaveSingleItem();

        var decided = await DecideAsync(fleet, payer, claimant, ClaimDecision.Transfer);

        decided.Value!.Connection.ShouldBe(ConnectionState.Connected);
        await fleet.Account(payer).GetVerificationAsync(claimant, TimeSpan.FromSeconds(8), Cancel);
        (await fleet.RefreshAsync(claimant, payer)).State.ShouldBe(OperationState.Succeeded);
        await fleet.ShouldEqualTruthAsync(claimant, payer);
        (await fleet.Account(payer).GetOperationAsync(claimant, new OperationId(payer, 1), Cancel)).ShouldBeNull();
        var old = (await fleet.Account(payer).GetAsync(owner, Cancel))!;
        old.Connection.ShouldBe(ConnectionState.Refused);
        old.LastError.ShouldNotBeNull().ShouldNotContain(claimant.Value);
        var lost = await fleet.CostsAsync(owner);
        (lost.Rows.Length, lost.Completeness.AccountsExpected).ShouldBe((0, 1));
        lost.Completeness.Late.ShouldHaveSingleItem().Reason.ShouldBe("displaced");
        (open.UsedBy, open.State).ShouldBe((owner, QuarantineState.Open));
        var kept = (await ListAsync(fleet)).ShouldHaveSingleItem();
        (kept.State, kept.Reason, kept.DecidedBy)
            .ShouldBe((QuarantineState.Transferred, "They showed the contract.", "operator"));
        (await fleet.EventsAsync(owner, 2)).ShouldBe([TenantEventKind.Connected, TenantEventKind.Refused]);
        (await fleet.EventsAsync(claimant, 2)).ShouldBe([TenantEventKind.Quarantined, TenantEventKind.Connected]);
    }

    [Fact]
    public async Task A_claimant_that_asks_for_the_account_by_name_is_told_where_its_claim_stands()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var (_, claimant) = await QuarantineAsync(fleet, payer);
        var named = new CostQuery(
            fleet.History,
            CostGranularity.Daily,
            CostMetric.UnblendedCost,
            [],
            [new CostFilter(CostDimension.PayerAccount, [payer.ToString()])],
            null);

        var waiting = (await fleet.AskAsync(claimant, named)).Completeness.Late.ShouldHaveSingleItem();
        await DecideAsync(fleet, payer, claimant, ClaimDecision.Refuse);
        var refused = (await fleet.AskAsync(claimant, named)).Completeness.Late.ShouldHaveSingleItem();

        waiting.Detail.ShouldContain("Ask the operator, who decides");
        refused.Detail.ShouldContain("its claim is refused");
        (waiting.Detail + refused.Detail).ShouldNotContain("Verify its role");
    }

    [Fact]
    public async Task A_refused_claim_changes_nothing_for_who_uses_the_account_and_can_be_decided_once()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var (owner, claimant) = await QuarantineAsync(fleet, payer);

        var decided = await DecideAsync(fleet, payer, claimant, ClaimDecision.Refuse);
        var again = await DecideAsync(fleet, payer, claimant, ClaimDecision.Transfer);

        decided.Value!.Connection.ShouldBe(ConnectionState.Refused);
        decided.Value.LastError.ShouldNotBeNull().ShouldNotContain("contract");
        again.Refusal!.Code.ShouldBe(RefusalCodes.NotQuarantined);
        (await fleet.Account(payer).GetAsync(owner, Cancel))!.Connection.ShouldBe(ConnectionState.Connected);
        (await fleet.EventsAsync(claimant, 2)).ShouldBe([TenantEventKind.Quarantined, TenantEventKind.Refused]);
        (await ListAsync(fleet)).ShouldHaveSingleItem().State.ShouldBe(QuarantineState.Refused);
    }

    [Fact]
    public async Task A_quarantined_claim_whose_role_fails_needs_no_decision_any_more()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var (_, claimant) = await QuarantineAsync(fleet, payer);
        fleet.Aws.Roles.Delete($"arn:aws:iam::{payer.AccountId}:role/Second").ShouldBeTrue();

        await fleet.VerifyAsync(claimant, payer);

        await fleet.EventsAsync(claimant, 2);
        (await ListAsync(fleet)).ShouldHaveSingleItem().State.ShouldBe(QuarantineState.Lapsed);
    }

    [Theory]
    [InlineData("\"ce:*\",\"organizations:*\"", ConnectionState.Quarantined)]
    [InlineData("\"ce:*\"", ConnectionState.Refused)]
    public async Task A_linked_account_of_anothers_payer_is_not_connected_even_if_its_role_hides_the_payer(
        string actions, ConnectionState expected)
    {
        await using var fleet = await TestFleet.StartAsync();
        await fleet.OnboardAsync(fleet.Payer(0), "Owner");
        var linked = PayerAccountKey.Parse("aws:" + fleet.Aws.World.Organizations[0].Accounts[1].Id);
        var stranger = await fleet.CreateTenantAsync("Stranger");
        await fleet.ClaimAsync(stranger, linked, mode: ConnectionMode.SubAccount);
        var claim = (await fleet.Account(linked).GetAsync(stranger, Cancel))!;
        fleet.PutRole(
            claim.RoleArn!.Value.Value,
            claim.ExternalId,
            $$"""
            {"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Action":[{{actions}}],"Resource":"*"}]}
            """);

        var view = await fleet.VerifyAsync(stranger, linked);

        view.Connection.ShouldBe(expected);
    }

    [Fact]
    public async Task A_linked_account_of_another_tenants_payer_is_quarantined_until_it_is_transferred()
    {
        await using var fleet = await TestFleet.StartAsync();
        var owner = await fleet.OnboardAsync(fleet.Payer(0), "Owner");
        var linked = PayerAccountKey.Parse("aws:" + fleet.Aws.World.Organizations[0].Accounts[1].Id);
        var claimant = await fleet.CreateTenantAsync("Claimant");
        await fleet.ClaimAsync(claimant, linked, mode: ConnectionMode.SubAccount);

        var verified = await fleet.VerifyAsync(claimant, linked);
        await fleet.EventsAsync(claimant, 1);
        var open = (await ListAsync(fleet)).ShouldHaveSingleItem();
        var decided = await DecideAsync(fleet, linked, claimant, ClaimDecision.Transfer);
        var again = await fleet.VerifyAsync(claimant, linked);

        (verified.Connection, open.UsedBy).ShouldBe((ConnectionState.Quarantined, owner));
        decided.Value!.Connection.ShouldBe(ConnectionState.Connected);
        again.Connection.ShouldBe(ConnectionState.Connected);
    }

    [Fact]
    public async Task A_linked_account_of_its_own_tenants_payer_is_connected()
    {
        await using var fleet = await TestFleet.StartAsync();
        var owner = await fleet.OnboardAsync(fleet.Payer(0), "Owner");
        var linked = PayerAccountKey.Parse("aws:" + fleet.Aws.World.Organizations[0].Accounts[1].Id);
        await fleet.ClaimAsync(owner, linked, mode: ConnectionMode.SubAccount);

        (await fleet.VerifyAsync(owner, linked)).Connection.ShouldBe(ConnectionState.Connected);
    }

    [Fact]
    public async Task A_transferred_account_is_not_read_before_its_role_is_proven_anew()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var (_, claimant) = await QuarantineAsync(fleet, payer);
        fleet.Aws.Faults.Replace([new Fault(FaultKind.Error500, 1, Service: "sts")]);

        (await DecideAsync(fleet, payer, claimant, ClaimDecision.Transfer)).IsGranted.ShouldBeTrue();
        await fleet.Account(payer).GetVerificationAsync(claimant, TimeSpan.FromSeconds(8), Cancel);
        var early = await fleet.Account(payer).RefreshAsync(claimant, Cancel);
        fleet.Aws.Faults.Replace([]);
        await fleet.VerifyAsync(claimant, payer);

        early.Refusal!.Code.ShouldBe(RefusalCodes.NotConnected);
        (await fleet.RefreshAsync(claimant, payer)).State.ShouldBe(OperationState.Succeeded);
    }

    [Fact]
    public async Task A_tenant_that_can_not_be_told_keeps_nobody_else_from_being_told()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var (owner, claimant) = await QuarantineAsync(fleet, payer);
        var deaf = fleet.Grains.GetGrain<ITenantEventsGrain>(owner.Value).GetGrainId();
        fleet.Calls.Around = call =>
            call.TargetId == deaf && call.MethodName == nameof(ITenantEventsGrain.AppendAsync)
                ? throw new IOException("The record can't be written.")
                : call.Invoke();

        await DecideAsync(fleet, payer, claimant, ClaimDecision.Transfer);

        (await fleet.EventsAsync(claimant, 2)).ShouldBe([TenantEventKind.Quarantined, TenantEventKind.Connected]);
        (await fleet.EventsAsync(owner, 1)).ShouldBe([TenantEventKind.Connected]);
    }

    [Fact]
    public async Task What_happened_is_told_by_the_next_activation_when_its_record_could_not_be_written()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var owner = await fleet.OnboardAsync(payer, "Owner");
        await fleet.EventsAsync(owner, 1);
        fleet.Storage.IsDown = name => name == "tenant-events";
        fleet.Aws.Roles.Delete($"arn:aws:iam::{payer.AccountId}:role/Archera").ShouldBeTrue();
        (await fleet.VerifyAsync(owner, payer)).Connection.ShouldBe(ConnectionState.Suspended);

        fleet.Storage.IsDown = _ => false;
        await fleet.DeactivateAsync(payer);
        await fleet.Account(payer).GetAsync(owner, Cancel);

        (await fleet.EventsAsync(owner, 2)).ShouldBe([TenantEventKind.Connected, TenantEventKind.Suspended]);
    }

    [Fact]
    public async Task An_activation_that_is_outrun_while_it_tells_leaves_and_the_next_one_tells()
    {
        await using var fleet = await TestFleet.StartAsync();
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var owner = await fleet.OnboardAsync(payer, "Owner");
        await fleet.EventsAsync(owner, 1);
        fleet.Cluster.TryGetGrainContext(fleet.Account(payer).GetGrainId(), out var outrun).ShouldBeTrue();
        fleet.Calls.Around = async call =>
        {
            if (call.MethodName == nameof(ITenantEventsGrain.AppendAsync))
                await fleet.RewriteAsync<PayerAccountState>(PayerAccountState.RecordName, fleet.Account(payer));
            await call.Invoke();
        };

        await fleet.Account(payer).IssueExternalIdAsync(owner, Cancel);
        await outrun!.Deactivated.WaitAsync(TestFleet.Patience, Cancel);
        fleet.Calls.Around = call => call.Invoke();
        var toldAgain = fleet.Calls.Ended(nameof(ITenantEventsGrain.AppendAsync));
        await fleet.Account(payer).GetAsync(owner, Cancel);

        await toldAgain;
        (await fleet.EventsAsync(owner, 2)).ShouldBe([TenantEventKind.Connected, TenantEventKind.ExternalIdIssued]);
    }

    private static async Task<(TenantId Owner, TenantId Claimant)> QuarantineAsync(
        TestFleet fleet, PayerAccountKey payer)
    {
        var owner = await fleet.OnboardAsync(payer, "Owner");
        var claimant = await fleet.CreateTenantAsync("Claimant");
        await fleet.ClaimAsync(claimant, payer, "Second");
        (await fleet.VerifyAsync(claimant, payer)).Connection.ShouldBe(ConnectionState.Quarantined);
        await fleet.EventsAsync(claimant, 1);
        return (owner, claimant);
    }

    private static async Task<IReadOnlyList<QuarantinedClaim>> ListAsync(TestFleet fleet) =>
        await fleet.Grains.GetGrain<IQuarantineGrain>(IQuarantineGrain.Key).ListAsync(Cancel);

    private static Task<Answer<PayerAccountView>> DecideAsync(
        TestFleet fleet, PayerAccountKey payer, TenantId claimant, ClaimDecision decision) => fleet.Grains
        .GetGrain<IDisputedAccountGrain>(payer.ToString())
        .DecideAsync(claimant, decision, new DecisionNote("They showed the contract.", "operator"), Cancel);
}
