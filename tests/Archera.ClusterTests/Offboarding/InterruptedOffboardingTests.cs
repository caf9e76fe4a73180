using System.Collections.Concurrent;
using System.Text.Json;
using Archera.ClusterTests.Fixture;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Time;
using Archera.Grains.Custody;
using Archera.Grains.Refresh;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Streams;

namespace Archera.ClusterTests.Offboarding;

public sealed class InterruptedOffboardingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("IDepartingAccountGrain.LeaveAsync")]
    [InlineData("IDepartingAccountGrain.EraseAsync")]
    [InlineData("IDepartingAccountGrain.ForgetAsync")]
    [InlineData("ICostReportGrain.ForgetAsync")]
    [InlineData("ITenantGrain.RemovePayerAccountAsync")]
    public async Task Goes_on_where_it_stopped_when_a_step_was_done_and_not_stored(string step)
    {
        await using var fleet = await TestFleet.StartAsync();
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        fleet.Calls.Around = async call =>
        {
            await call.Invoke();
            if (NameOf(call) == step)
                throw new IOException("The answer was lost.");
        };

        var late = await fleet.LeaveAsync(tenant, payer);
        fleet.Calls.Around = call => call.Invoke();
        await TestFleet.DeactivateAsync(fleet.Offboarding(tenant));
        await fleet.TickAsync(tenant);
        var ended = await fleet.EndLeavingAsync(tenant, late.Id);

        late.State.ShouldBe(OperationState.Late);
        ShouldBeWhole(fleet, payer, await fleet.ReceiptAsync(tenant, ended));
    }

    [Theory]
    [InlineData("IDepartingAccountGrain.LeaveAsync")]
    [InlineData("IDepartingAccountGrain.EraseAsync")]
    [InlineData("IDepartingAccountGrain.ForgetAsync")]
    [InlineData("ICostReportGrain.ForgetAsync")]
    [InlineData("ITenantGrain.RemovePayerAccountAsync")]
    public async Task Goes_on_in_another_silo_when_its_own_is_killed(string step)
    {
        await using var fleet = await TestFleet.StartAsync(silos: 3);
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        fleet.Calls.Around = async call =>
        {
            await call.Invoke();
            if (NameOf(call) == step && reached.TrySetResult())
                await goOn.Task;
        };
        var begun = await fleet.Offboarding(tenant).BeginAsync(payer, Cancel);
        await reached.Task.WaitAsync(TestFleet.Patience, Cancel);

        await fleet.KillSiloOfAsync(fleet.Offboarding(tenant));
        goOn.SetResult();
        await fleet.TickAsync(tenant);

        var ended = await fleet.EndLeavingAsync(tenant, begun.Value!.Id);
        ShouldBeWhole(fleet, payer, await fleet.ReceiptAsync(tenant, ended));
    }

    [Theory]
    [InlineData("offboarding")]
    [InlineData("receipt-")]
    public async Task Goes_on_although_its_own_records_are_down_every_other_time(string record)
    {
        await using var fleet = await TestFleet.StartAsync();
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var begun = await fleet.Offboarding(tenant).BeginAsync(payer, Cancel);
        var accesses = 0;
        fleet.Storage.IsDown = name => name.StartsWith(record, StringComparison.Ordinal)
            && Interlocked.Increment(ref accesses) is < 20 and var access && access % 2 == 1;

        OperationView? view;
        do
        {
            var tried = fleet.NextOffboardingTry;
            await fleet.TickAsync(tenant);
            view = await fleet.Offboarding(tenant).GetOperationAsync(begun.Value!.Id, Cancel);
            if (view!.State != OperationState.Succeeded)
                await tried.WaitAsync(TestFleet.Patience, Cancel);
        }
        while (view.State != OperationState.Succeeded);

        fleet.Storage.IsDown = _ => false;
        accesses.ShouldBeGreaterThan(2);
        ShouldBeWhole(fleet, payer, await fleet.ReceiptAsync(tenant, view));
    }

    [Fact]
    public async Task Keeps_the_claims_of_others_when_the_account_dies_right_after_its_key_was_destroyed()
    {
        await using var fleet = await TestFleet.StartAsync();
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var owner = await fleet.OnboardAsync(payer, "Owner");
        var second = await fleet.CreateTenantAsync("Second");
        await fleet.ClaimAsync(second, payer, "Second");
        var waiting = (await fleet.Account(payer).GetAsync(second, Cancel))!.ExternalId;
        fleet.Calls.Around = async call =>
        {
            await call.Invoke();
            if (NameOf(call) == "IDepartingAccountGrain.EraseAsync")
                throw new IOException("The answer was lost.");
        };

        var late = await fleet.LeaveAsync(owner, payer);
        fleet.Calls.Around = call => call.Invoke();
        await fleet.DeactivateAsync(payer);

        (await fleet.Account(payer).GetAsync(second, Cancel))!.ExternalId.ShouldBe(waiting);
        await fleet.TickAsync(owner);
        (await fleet.EndLeavingAsync(owner, late.Id)).State.ShouldBe(OperationState.Succeeded);
        (await fleet.VerifyAsync(second, payer)).Connection.ShouldBe(ConnectionState.Connected);
    }

    [Fact]
    public async Task A_late_message_is_taken_neither_before_nor_after_the_account_is_claimed_anew()
    {
        await using var fleet = await TestFleet.StartAsync();
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var parts = new ConcurrentBag<UsageAggregate>();
        fleet.Publisher.Deliver = (part, send) =>
        {
            parts.Add(part);
            return send(part);
        };
        var tenant = await fleet.OnboardAsync(payer);
        fleet.Publisher.Deliver = (part, send) => send(part);
        var silo = fleet.Cluster.Silos[0].ServiceProvider;
        var late = parts.First();
        var report = ICostReportGrain.KeyOf(payer, YearMonth.Of(late.Partition.Day));
        late = await SealedPart.SealAsync(silo.GetRequiredService<IRecordKeys>(), report, late, Cancel);
        var stream = silo.GetRequiredKeyedService<IStreamProvider>(UsageAggregate.StreamProvider)
            .GetStream<UsageAggregate>(StreamId.Create(UsageAggregate.StreamNamespace, report));
        using var drops = new EndedWork("archera.report.parts.dropped", of: fleet.Meters);
        var left = await fleet.LeaveAsync(tenant, payer);

        var dropped = drops.Next;
        await stream.OnNextAsync(late);
        await dropped.WaitAsync(TestFleet.Patience, Cancel);
        ShouldBeWhole(fleet, payer, await fleet.ReceiptAsync(tenant, left));

        await fleet.ClaimAsync(tenant, payer);
        (await fleet.VerifyAsync(tenant, payer)).Connection.ShouldBe(ConnectionState.Connected);
        dropped = drops.Next;
        await stream.OnNextAsync(late);
        await dropped.WaitAsync(TestFleet.Patience, Cancel);
        await fleet.EndAsync(tenant, new OperationId(payer, left.Id.Number + 1));
        await fleet.ShouldEqualTruthAsync(tenant, payer);
        (await fleet.RevisionsAsync(payer)).ShouldAllBe(day => day.Revision == 1);
    }

    [Fact]
    public async Task Tries_again_at_once_when_it_is_asked_for_again()
    {
        await using var fleet = await TestFleet.StartAsync();
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        fleet.Storage.IsDown = name => name == "payer-account";
        var late = await fleet.LeaveAsync(tenant, payer);

        fleet.Storage.IsDown = _ => false;
        var begun = await fleet.Offboarding(tenant).BeginAsync(payer, Cancel);
        var ended = await fleet.EndLeavingAsync(tenant, late.Id);

        (late.State, begun.Value!.Id).ShouldBe((OperationState.Late, late.Id));
        ShouldBeWhole(fleet, payer, await fleet.ReceiptAsync(tenant, ended));
    }

    [Fact]
    public async Task Waits_for_what_a_running_refresh_is_handing_over_and_reads_nothing_more()
    {
        await using var fleet = await TestFleet.StartAsync();
        fleet.Calls.LinkedAccountsSleep = true;
        var payer = fleet.Payer(0);
        var tenant = await fleet.OnboardAsync(payer);
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var given = fleet.Publisher.Given(_ => true);
        fleet.Publisher.Deliver = async (part, send) =>
        {
            await held.Task;
            await send(part);
        };
        await fleet.Account(payer).RefreshAsync(tenant, Cancel);
        await given;
        var asked = Requests(fleet, payer);
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        fleet.Calls.Around = call =>
        {
            if (call.MethodName == "LeaveAsync")
                left.TrySetResult();
            return call.Invoke();
        };
        var begun = await fleet.Offboarding(tenant).BeginAsync(payer, Cancel);
        await left.Task.WaitAsync(TestFleet.Patience, Cancel);
        (await fleet.Account(payer).GetAsync(tenant, Cancel))!.Connection.ShouldBe(ConnectionState.Offboarded);
        var delivered = fleet.Calls.Ended("AcknowledgeAsync");

        held.SetResult();

        await delivered;
        var ended = await fleet.EndLeavingAsync(tenant, begun.Value!.Id);
        ShouldBeWhole(fleet, payer, await fleet.ReceiptAsync(tenant, ended));
        Requests(fleet, payer).ShouldBe(asked);
    }

    private static string NameOf(IIncomingGrainCallContext call) =>
        $"{call.InterfaceMethod.DeclaringType!.Name}.{call.MethodName}";

    private static long Requests(TestFleet fleet, PayerAccountKey payer) =>
        fleet.Aws.Bill.Rows().Single(row => row.Account == payer.AccountId.Value).Requests;

    private static void ShouldBeWhole(TestFleet fleet, PayerAccountKey payer, JsonElement receipt)
    {
        var days = fleet.History.DayCount;
        receipt.Deleted().ShouldBe(new Dictionary<string, int>
        {
            ["claim"] = 1,
            ["commitments-Reservations"] = days,
            ["commitments-SavingsPlans"] = days,
            ["cost-CostByRecordType"] = days,
            ["cost-CostByRegion"] = days,
            ["cost-CostByServiceAndAccount"] = days,
            ["cost-CostByUsageType"] = days,
        }, ignoreOrder: true);
        receipt.GetProperty("destroyedDataKeys").GetArrayLength().ShouldBe(1);
        fleet.Storage.Records("").Keys.ShouldNotContain(
            key => key.Contains(payer.AccountId.Value, StringComparison.Ordinal));
    }
}
