using Archera.ClusterTests.Fixture;
using Archera.Contracts.Accounts;
using Archera.Contracts.Events;
using Archera.Contracts.Identity;
using Archera.Contracts.Offboarding;
using Archera.Contracts.Refresh;
using Archera.Grains.Offboarding;
using Archera.Grains.Onboarding;
using Archera.Sandbox.Aws.Iam;
using Microsoft.Extensions.DependencyInjection;

namespace Archera.ClusterTests.Accounts;

/// <summary>A policy of our own that lets us open no roles is nobody else's fault.</summary>
public sealed class OwnPolicyTests
{
    private const string NoControlRole = "Aws:Partitions:aws:ControlRole";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sts:AssumeRole")]
    [InlineData("sts:SetSourceIdentity")]
    public async Task Suspends_nobody_tells_nobody_and_goes_on_by_itself_once_it_is_mended(string denied)
    {
        await using var fleet = await TestFleet.StartAsync();
        var connected = await OnboardBothAsync(fleet);
        Deny(fleet, denied);

        fleet.MoveTo(fleet.Today.AddDays(1));
        foreach (var (payer, tenant) in connected)
        {
            var view = await TickAsync(fleet, payer, tenant);
            view.Connection.ShouldBe(ConnectionState.Connected);
            view.Steps[0].Detail.ShouldContain("on our side");
            view.Steps[0].Remedy.ShouldBe(VerificationRemedies.Later);
            (await fleet.EndAsync(tenant, new OperationId(payer, 2))).State.ShouldBe(OperationState.Late);
            (await fleet.CostsAsync(tenant)).Completeness.Late
                .ShouldContain(late => late.Detail.Contains("on our side", StringComparison.Ordinal));
        }

        fleet.Aws.Users.Replace(fleet.Aws.Vendor);
        fleet.MoveTo(fleet.Today.AddDays(1));
        foreach (var (payer, tenant) in connected)
        {
            (await TickAsync(fleet, payer, tenant)).Connection.ShouldBe(ConnectionState.Connected);
            (await fleet.EndAsync(tenant, new OperationId(payer, 3))).State.ShouldBe(OperationState.Succeeded);
            await fleet.ShouldEqualTruthAsync(tenant, payer);
            (await fleet.EventsAsync(tenant, 1)).ShouldBe([TenantEventKind.Connected]);
        }
    }

    [Fact]
    public async Task Makes_no_refresh_look_for_a_role_that_is_shut()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        Deny(fleet, "sts:AssumeRole");

        var ended = await fleet.RefreshAsync(tenant, payer);

        ended.State.ShouldBe(OperationState.Late);
        var view = await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(8), Cancel);
        view.Value!.Connection.ShouldBe(ConnectionState.Connected);
        view.Value.Steps[0].Outcome.ShouldBe(StepOutcome.Passed);
        var late = (await fleet.CostsAsync(tenant)).Completeness.Late;
        late.ShouldNotBeEmpty();
        late.ShouldAllBe(days => days.Reason == "vendor-credentials");
    }

    [Fact]
    public async Task Refuses_no_first_claim()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.CreateTenantAsync("Tenant");
        await fleet.ClaimAsync(tenant, payer);
        Deny(fleet, "sts:AssumeRole");

        (await fleet.VerifyAsync(tenant, payer)).Connection.ShouldBe(ConnectionState.Issued);

        fleet.Aws.Users.Replace(fleet.Aws.Vendor);
        (await fleet.VerifyAsync(tenant, payer)).Connection.ShouldBe(ConnectionState.Connected);
    }

    [Fact]
    public async Task Writes_no_shut_door_onto_a_receipt()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var view = (await fleet.Account(payer).GetAsync(tenant, Cancel))!;
        var leaving = new DepartingClaim(true, view.RoleArn, [view.ExternalId], ConnectionMode.Payer, []);
        Deny(fleet, "sts:AssumeRole");

        var last = fleet.Cluster.Silos[0].ServiceProvider.GetRequiredService<LastDoorTry>();
        var (door, _) = await last.RunAsync(payer, leaving, leaving.Role, Cancel);

        door.Outcome.ShouldBe(LastDoorOutcome.Unknown);
        door.Detail.ShouldContain("on our side");
    }

    [Fact]
    public async Task Can_not_be_told_from_a_shut_role_without_a_control_role()
    {
        await using var fleet = await TestFleet.StartAsync(settings: (NoControlRole, null!));
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        Deny(fleet, "sts:AssumeRole");

        var view = await fleet.VerifyAsync(tenant, payer);

        view.Connection.ShouldBe(ConnectionState.Suspended);
        view.Steps[0].Detail.ShouldContain("no control role here to tell the two apart");
    }

    private static async Task<(PayerAccountKey Payer, TenantId Tenant)[]> OnboardBothAsync(TestFleet fleet)
    {
        var (first, second) = (fleet.Payer(0), fleet.Payer(1));
        return [(first, await fleet.OnboardAsync(first, "One")), (second, await fleet.OnboardAsync(second, "Two"))];
    }

    private static async Task<VerificationView> TickAsync(TestFleet fleet, PayerAccountKey payer, TenantId tenant)
    {
        await fleet.TickAsync(payer);
        var view = await fleet.Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(8), Cancel);
        view.Value!.IsDone.ShouldBeTrue();
        return view.Value;
    }

    /// <summary>Our user may not do that any more, and the sessions that it had opened have ended.</summary>
    private static void Deny(TestFleet fleet, string action)
    {
        fleet.Aws.Users.Replace(fleet.Aws.Vendor with
        {
            Policy = PolicyDocument.Parse(
                $$"""
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:*","Resource":"*"},
                {"Effect":"Deny","Action":"{{action}}","Resource":"*"}]}
                """,
                PolicyKind.Identity),
        });
        fleet.Aws.Sessions.Expire(account: null);
    }
}
