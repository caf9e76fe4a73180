using Archera.ClusterTests.Fixture;
using Archera.Contracts.Events;

namespace Archera.ClusterTests.Accounts;

/// <summary>What an account tells of its claims, beside its turns.</summary>
public sealed class TellingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ends_before_the_activation_does_so_that_the_next_one_does_not_tell_the_same()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        await fleet.EventsAsync(tenant, 1);
        var (reached, release) = (Signal(), Signal());
        var told = 0;
        fleet.Calls.Around = async call =>
        {
            if (call.MethodName == nameof(ITenantEventsGrain.AppendAsync))
            {
                reached.TrySetResult();
                await release.Task;
                told++;
            }

            await call.Invoke();
        };
        await fleet.Account(payer).IssueExternalIdAsync(tenant, Cancel);
        await reached.Task.WaitAsync(TestFleet.Patience, Cancel);
        fleet.Cluster.TryGetGrainContext(fleet.Account(payer).GetGrainId(), out var ending).ShouldBeTrue();

        await fleet.DeactivateAsync(payer);
        var toldAtTheEnd = ending!.Deactivated.ContinueWith(
            _ => told, Cancel, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await LetOthersGoOnAsync(fleet);
        release.SetResult();

        (await toldAtTheEnd.WaitAsync(TestFleet.Patience, Cancel)).ShouldBe(1);
        await fleet.Account(payer).GetAsync(tenant, Cancel);
        (await fleet.EventsAsync(tenant, 2)).ShouldBe([TenantEventKind.Connected, TenantEventKind.ExternalIdIssued]);
        told.ShouldBe(1);
    }

    /// <summary>An activation that waits for nothing is gone long before these calls are answered.</summary>
    private static async Task LetOthersGoOnAsync(TestFleet fleet)
    {
        for (var call = 0; call < 200; call++)
            await fleet.CreateTenantAsync($"Other {call}");
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
