using Archera.ClusterTests.Fixture;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Quarantine;
using Archera.Contracts.Refresh;
using Archera.Grains.Refresh;
using Microsoft.Extensions.DependencyInjection;

namespace Archera.ClusterTests.Accounts;

/// <summary>An account that is given to another tenant while it is read for the one before.</summary>
public sealed class TransferTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_read_through_the_claimants_role_before_it_is_proven()
    {
        await using var fleet = await TestFleet.StartAsync(settings: ("Refresh:Parallelism", "1"));
        var payer = fleet.Payer(0);
        var (owner, claimant) = await QuarantineAsync(fleet, payer);
        var gate = GateOf(fleet);
        var place = await gate.EnterAsync(Cancel);
        (await fleet.Account(payer).RefreshAsync(owner, Cancel)).IsGranted.ShouldBeTrue();
        var read = ReadsOf(fleet);
        var isProven = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        fleet.Calls.Around = async call =>
        {
            if (call.MethodName == "UpsertRow") // The last that is done before a role counts as proven.
                await isProven.Task;
            await call.Invoke();
        };

        await TransferAsync(fleet, payer, claimant);

        place.Dispose();
        using (await gate.EnterAsync(Cancel)) // The gate is fair: whoever waited before has read, and left.
            ReadsOf(fleet).ShouldBe(read);
        isProven.SetResult();
        (await fleet.Account(payer).GetVerificationAsync(claimant, TimeSpan.FromSeconds(8), Cancel))
            .Value!.Connection.ShouldBe(ConnectionState.Connected);
    }

    [Fact]
    public async Task The_claimants_refresh_is_its_own_and_goes_on_with_nothing_of_the_owners_before()
    {
        await using var fleet = await TestFleet.StartAsync(settings: ("Refresh:Parallelism", "1"));
        var payer = fleet.Payer(0);
        var (owner, claimant) = await QuarantineAsync(fleet, payer);
        var place = await GateOf(fleet).EnterAsync(Cancel);
        var theirs = (await fleet.Account(payer).RefreshAsync(owner, Cancel)).Value!;

        await TransferAsync(fleet, payer, claimant);

        await fleet.Account(payer).GetVerificationAsync(claimant, TimeSpan.FromSeconds(8), Cancel);
        var begun = (await fleet.Account(payer).RefreshAsync(claimant, Cancel)).Value!;
        (begun.Id.Number, begun.Tenant).ShouldBe((theirs.Id.Number + 1, claimant));
        (begun.Done, begun.AwsCalls, begun.AwsCostUsd).ShouldBe((0, 0, 0m));
        begun.StartedAt.ShouldBeGreaterThan(theirs.StartedAt);
        place.Dispose();
        (await fleet.EndAsync(claimant, begun.Id)).State.ShouldBe(OperationState.Succeeded);
    }

    private static async Task<(TenantId Owner, TenantId Claimant)> QuarantineAsync(
        TestFleet fleet, PayerAccountKey payer)
    {
        var owner = await fleet.OnboardAsync(payer, "Owner");
        var claimant = await fleet.CreateTenantAsync("Claimant");
        await fleet.ClaimAsync(claimant, payer, "Second");
        (await fleet.VerifyAsync(claimant, payer)).Connection.ShouldBe(ConnectionState.Quarantined);
        return (owner, claimant);
    }

    private static async Task TransferAsync(TestFleet fleet, PayerAccountKey payer, TenantId claimant)
    {
        var decided = await fleet.Grains.GetGrain<IDisputedAccountGrain>(payer.ToString()).DecideAsync(
            claimant, ClaimDecision.Transfer, new DecisionNote("They showed the contract.", "operator"), Cancel);
        decided.Value!.Connection.ShouldBe(ConnectionState.Connected);
    }

    private static RefreshGate GateOf(TestFleet fleet) =>
        fleet.Cluster.Silos[0].ServiceProvider.GetRequiredService<RefreshGate>();

    private static long ReadsOf(TestFleet fleet) =>
        fleet.Aws.Calls.Rows().Where(row => row.Operation == "GetCostAndUsage").Sum(row => (long)row.Sent);
}
