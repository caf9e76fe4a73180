using System.Collections.Concurrent;
using Archera.ClusterTests.Fixture;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Archera.Sandbox.Aws.Worlds.Restatements;

namespace Archera.ClusterTests.Reports;

/// <summary>Aggregates in several parts, lost, repaired and late; acknowledgements lost; two epochs at once.</summary>
public sealed class LostDeliveryTests
{
    private const string Acknowledge = nameof(IPayerAccountGrain.AcknowledgeAsync);
    private const string FirstRead = "CostByRecordType";
    private static readonly (string, string) SmallParts = ("Refresh:PartBytes", "128");

    [Fact]
    public async Task A_second_part_that_was_lost_and_repaired_changes_nothing_when_it_arrives_late()
    {
        await using var fleet = await TestFleet.StartAsync(settings: SmallParts);
        var payer = fleet.Payer(0);
        var lost = new ConcurrentQueue<(UsageAggregate Part, Func<UsageAggregate, Task> Send)>();
        fleet.Publisher.Deliver = (part, send) => part.Part == 2 ? Keep(lost, part, send) : send(part);
        var tenant = await fleet.OnboardAsync(payer);
        await fleet.ShouldEqualTruthAsync(tenant, payer);
        lost.Count.ShouldBe(DueOfPayer.Daily * TestFleet.HistoryDays);
        fleet.Publisher.Deliver = (part, send) => send(part);
        Restate(fleet, fleet.Today.AddDays(-2));
        await fleet.RefreshAsync(tenant, payer);
        var revisions = await fleet.RevisionsAsync(payer);

        var handled = fleet.Calls.Ended(Acknowledge, lost.Count);
        foreach (var (part, send) in lost)
            await send(part);
        await handled;

        await fleet.ShouldEqualTruthAsync(tenant, payer);
        (await fleet.RevisionsAsync(payer)).ShouldBe(revisions);
        revisions.ShouldContain((fleet.Today.AddDays(-2), 2));
    }

    [Fact]
    public async Task A_day_restated_between_its_store_and_a_lost_acknowledgement_is_neither_doubled_nor_undone()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var day = fleet.Today.AddDays(-2);
        var stored = 0;
        fleet.Calls.Around = call =>
        {
            if (call.MethodName != Acknowledge)
                return call.Invoke();
            if (Interlocked.Increment(ref stored) == DueOfPayer.Daily * TestFleet.HistoryDays)
                Restate(fleet, day);
            return Task.CompletedTask;
        };

        var tenant = await fleet.OnboardAsync(payer);

        // The day was read again at once: its rows did not add up to AWS's own total any more.
        var revisions = fleet.History.Days().Select(each => (each, each == day ? 2 : 1)).ToArray();
        await fleet.ShouldEqualTruthAsync(tenant, payer);
        (await fleet.RevisionsAsync(payer)).ShouldBe(revisions);
        await fleet.RefreshAsync(tenant, payer);
        await fleet.ShouldEqualTruthAsync(tenant, payer);
        (await fleet.RevisionsAsync(payer)).ShouldBe(revisions);
    }

    [Fact]
    public async Task A_day_stored_without_its_checkpoint_and_then_restated_is_read_again_by_the_next_activation()
    {
        await using var fleet = await TestFleet.StartAsync(settings: ("Refresh:AcknowledgeWithin", "00:01:00"));
        var payer = fleet.Payer(0);
        var day = fleet.History.Start;
        var tenant = await fleet.CreateTenantAsync("Tenant");
        await fleet.ClaimAsync(tenant, payer);
        fleet.Calls.Around = call => call.MethodName == Acknowledge ? Task.CompletedTask : call.Invoke();
        var stored = fleet.Calls.Ended(Acknowledge, which: call => call.Request.GetArgument(0) is PartitionKey partition
            && partition.Day == day);
        await fleet.VerifyAsync(tenant, payer);
        await stored;

        fleet.Calls.Around = call => call.Invoke();
        Restate(fleet, day);
        await fleet.DeactivateAsync(payer);

        var ended = await fleet.EndAsync(tenant, new OperationId(payer, 1));
        ended.State.ShouldBe(OperationState.Succeeded);
        await fleet.ShouldEqualTruthAsync(tenant, payer);
        (await fleet.RevisionsAsync(payer, FirstRead)).Single(at => at.Day == day).Revision.ShouldBe(2);
    }

    [Fact]
    public async Task Two_epochs_whose_parts_interleave_show_the_newer_one()
    {
        await using var fleet = await TestFleet.StartAsync(
            settings: [SmallParts, ("Refresh:AcknowledgeWithin", "00:01:00")]);
        var payer = fleet.Payer(0);
        var tenant = await fleet.CreateTenantAsync("Tenant");
        await fleet.ClaimAsync(tenant, payer);
        var older = new ConcurrentDictionary<(PartitionKey, int), UsageAggregate>();
        fleet.Publisher.Deliver = (part, send) =>
        {
            older[(part.Partition, part.Part)] = part;
            return part.Part == 1 ? send(part) : Task.CompletedTask;
        };
        var allRead = fleet.Publisher.Given(part => part.Part == part.Parts && part.Partition.Day == Last(fleet));
        await fleet.VerifyAsync(tenant, payer);
        await allRead;
        foreach (var day in older.Keys.Select(key => key.Item1.Day).Distinct())
            Restate(fleet, day);

        fleet.Publisher.Deliver = async (part, send) =>
        {
            await send(part);
            if (older.TryGetValue((part.Partition, part.Part), out var stale))
                await send(stale);
        };
        await fleet.DeactivateAsync(payer);

        await fleet.EndAsync(tenant, new OperationId(payer, 1));
        older.ShouldNotBeEmpty();
        await fleet.ShouldEqualTruthAsync(tenant, payer);
        var epochs = older.Values.Select(part => part.Stamp.Epoch).Distinct();
        epochs.ShouldHaveSingleItem();
        (await fleet.RevisionsAsync(payer, FirstRead)).ShouldAllBe(at => at.Revision == 1);
    }

    private static DateOnly Last(TestFleet fleet) =>
        YearMonth.Of(fleet.History.Start) == YearMonth.Of(fleet.Today.AddDays(-1))
            ? fleet.Today.AddDays(-1)
            : YearMonth.Of(fleet.History.Start).Days.End.AddDays(-1);

    private static void Restate(TestFleet fleet, DateOnly day)
    {
        var payer = fleet.Payer(0).AccountId.Value;
        fleet.Aws.Restate(new Restatement(payer, day, "Amazon Textract", payer, 12.340m));
    }

    private static Task Keep(
        ConcurrentQueue<(UsageAggregate, Func<UsageAggregate, Task>)> lost,
        UsageAggregate part,
        Func<UsageAggregate, Task> send)
    {
        lost.Enqueue((part, send));
        return Task.CompletedTask;
    }
}
