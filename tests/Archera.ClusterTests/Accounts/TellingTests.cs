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

        var ending = await EndOnItsTurnAsync(fleet, fleet.Account(payer));

        ending.IsCompleted.ShouldBeFalse();
        release.SetResult();
        await ending.WaitAsync(TestFleet.Patience, Cancel);
        told.ShouldBe(1);
        await fleet.DeactivateAsync(payer);
        await fleet.Account(payer).GetAsync(tenant, Cancel);
        (await fleet.EventsAsync(tenant, 2)).ShouldBe([TenantEventKind.Connected, TenantEventKind.ExternalIdIssued]);
        told.ShouldBe(1);
    }

    /// <summary>
    /// What the runtime asks a grain for before its activation ends, in a turn of the grain's. One that waits for
    /// nothing has ended with that turn.
    /// </summary>
    private static async Task<Task> EndOnItsTurnAsync(TestFleet fleet, IGrainWithStringKey grain)
    {
        fleet.Cluster.TryGetGrainContext(grain.GetGrainId(), out var context).ShouldBeTrue();
        var activation = context!.GrainInstance.ShouldBeAssignableTo<IGrainBase>()!;
        var turn = new Task<Task>(() => activation.OnDeactivateAsync(
            new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "It is idle."), Cancel));
        context.Scheduler.QueueTask(turn);
        return await turn.WaitAsync(TestFleet.Patience, Cancel);
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
