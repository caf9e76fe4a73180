using Archera.ClusterTests.Fixture;
using Archera.Contracts.Events;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;

namespace Archera.ClusterTests.Accounts;

public sealed class ReminderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tick_reads_what_is_due_and_asks_AWS_nothing_when_nothing_is()
    {
        await using var fleet = await TestFleet.StartAsync();
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var second = new OperationId(payer, 2);
        var tenant = await fleet.OnboardAsync(payer);
        var calls = fleet.Aws.Calls.Rows();

        await fleet.TickAsync(payer);

        (await fleet.Account(payer).GetOperationAsync(tenant, second, Cancel)).ShouldBeNull();
        fleet.Aws.Calls.Rows().ShouldBe(calls);
        fleet.MoveTo(fleet.Today.AddDays(1));
        await fleet.TickAsync(payer);
        (await fleet.EndAsync(tenant, second)).State.ShouldBe(OperationState.Succeeded);
        await fleet.ShouldEqualTruthAsync(tenant, payer);
    }

    [Fact]
    public async Task A_connected_account_whose_reminder_was_lost_gets_it_back_with_its_next_activation()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var grain = fleet.Account(payer).GetGrainId();
        var row = await fleet.Reminders.ReadRow(grain, "refresh", Cancel);
        (await fleet.Reminders.RemoveRow(grain, "refresh", row!.ETag!, Cancel)).ShouldBeTrue();
        await fleet.DeactivateAsync(payer);

        var registered = fleet.Calls.Ended("UpsertRow");
        await fleet.Account(payer).GetAsync(tenant, Cancel);
        await registered;

        (await fleet.Reminders.ReadRow(grain, "refresh", Cancel)).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_reminder_of_an_account_that_nobody_connected_goes()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        await fleet.OnboardAsync(payer);
        fleet.Storage.Lose("payer-account"); // Offboarded, or restored from before the claim.
        await fleet.DeactivateAsync(payer);

        await fleet.TickAsync(payer);

        (await fleet.Reminders.ReadRow(fleet.Account(payer).GetGrainId(), "refresh", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task An_account_that_nobody_connected_keeps_its_reminder_until_what_happened_is_told()
    {
        await using var fleet = await TestFleet.StartAsync();
        var payer = fleet.Payer(0);
        var tenant = await fleet.CreateTenantAsync("Tenant");
        await fleet.ClaimAsync(tenant, payer);
        await fleet.EventsAsync(tenant, 0);
        var grain = fleet.Account(payer).GetGrainId();
        fleet.Storage.IsDown = name => name == "tenant-events";
        var registered = fleet.Calls.Ended("UpsertRow");
        await fleet.Account(payer).IssueExternalIdAsync(tenant, Cancel);
        await registered;

        await fleet.TickAsync(payer);

        (await fleet.Reminders.ReadRow(grain, "refresh", Cancel)).ShouldNotBeNull();
        fleet.Storage.IsDown = _ => false;
        await fleet.TickAsync(payer);
        (await fleet.EventsAsync(tenant, 1)).ShouldBe([TenantEventKind.ExternalIdIssued]);
        await fleet.DeactivateAsync(payer); // It ends when all is told.
        await fleet.TickAsync(payer);
        (await fleet.Reminders.ReadRow(grain, "refresh", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_refresh_that_goes_on_after_an_interruption_does_not_forget_what_was_late_before_it()
    {
        await using var fleet = await TestFleet.StartAsync(settings: ("Refresh:AcknowledgeWithin", "00:00:02"));
        var payer = fleet.Payer(0);
        var tenant = await fleet.CreateTenantAsync("Tenant");
        await fleet.ClaimAsync(tenant, payer);
        fleet.Storage.IsDown = name => name.StartsWith("cost-CostByRecordType", StringComparison.Ordinal);
        fleet.Publisher.Deliver = (part, send) =>
            part.Partition.Dataset.Value == "CostByRecordType" ? send(part) : Task.Delay(Timeout.Infinite, Cancel);
        var reached = fleet.Publisher.Given(part => part.Partition.Dataset.Value != "CostByRecordType");
        await fleet.VerifyAsync(tenant, payer);
        await reached;

        fleet.Publisher.Deliver = (part, send) => send(part);
        await fleet.DeactivateAsync(payer);

        var ended = await fleet.EndAsync(tenant, new OperationId(payer, 1));
        ended.State.ShouldBe(OperationState.Late);
        ended.Due.ShouldBe(ended.Done + ended.Late);
        (await fleet.Account(payer).GetAsync(tenant, Cancel))!.LastError.ShouldNotBeNull();
    }
}
