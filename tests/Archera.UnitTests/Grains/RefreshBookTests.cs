using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Archera.Grains.Accounts;
using Archera.Grains.Refresh;

namespace Archera.UnitTests.Grains;

public sealed class RefreshBookTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly DatasetName Dataset = Rows.Partition.Dataset;
    private static readonly DatePeriod Days = DatePeriod.OfDay(new DateOnly(2026, 3, 10));

    private static readonly LateReason Asked = new("unreachable", "Words.");
    private static readonly LateReason NotAsked = Asked with { RestFirst = TimeSpan.FromSeconds(30) };

    [Fact]
    public void Waits_longer_after_each_attempt()
    {
        NextTryAfter(Asked).ShouldBe(Now.AddMinutes(5));
        NextTryAfter(Asked, Asked).ShouldBe(Now.AddMinutes(10));
    }

    [Fact]
    public void Waits_no_longer_for_a_try_that_asked_nothing()
    {
        NextTryAfter(NotAsked).ShouldBe(Now.AddSeconds(30));
        NextTryAfter(Asked, NotAsked, NotAsked).ShouldBe(Now.AddSeconds(30));
        NextTryAfter(Asked, NotAsked, NotAsked, Asked).ShouldBe(Now.AddMinutes(10));
    }

    [Fact]
    public void Shows_an_operation_to_its_tenant_alone_also_one_that_was_stored_before_it_said_whose_it_is()
    {
        var (owner, next) = (TenantId.Parse("t-00000001"), TenantId.Parse("t-00000002"));
        var operation = new OperationView(
            new OperationId(Rows.Partition.PayerAccount, 1), OperationState.Succeeded, 1, 1, 0, 1, 0.01m, Now, Now);
        var book = new RefreshBook().Begin(new InFlightRefresh(1, false, Now), operation).End(operation, null);

        var handedOver = book.HandedOverBy(owner, Now);

        book.OperationOf(owner, operation.Id).ShouldBe(operation);
        handedOver.OperationOf(next, operation.Id).ShouldBeNull();
        handedOver.OperationOf(owner, operation.Id).ShouldNotBeNull();
        handedOver.HandedOverBy(next, Now).OperationOf(next, operation.Id).ShouldBeNull();
    }

    [Fact]
    public void Ends_what_is_in_flight_when_the_account_changes_hands_and_adds_nothing_of_it_to_the_new_owners()
    {
        var (owner, later) = (TenantId.Parse("t-00000001"), Now.AddMinutes(1));
        var running = new OperationView(
            new OperationId(Rows.Partition.PayerAccount, 1), OperationState.Running, 2, 1, 0, 1, 0.01m, Now, null);
        var read = new PayerAccountState
        {
            Refresh = new RefreshBook().Begin(new InFlightRefresh(1, true, Now), running),
        };
        var actions = new Dictionary<string, long> { ["ce:GetCostAndUsage"] = 3 };

        var handedOver = read with { Refresh = read.Refresh.HandedOverBy(owner, later) };

        var operation = handedOver.Refresh.OperationOf(owner, running.Id).ShouldNotBeNull();
        (handedOver.Refresh.InFlight, operation.State, operation.EndedAt)
            .ShouldBe((null, OperationState.Failed, later));
        handedOver.Refresh.Progress(running with { Done = 2 }).ShouldBe(handedOver.Refresh);
        handedOver.EndRefresh(running, null, actions, later).ShouldBe(handedOver);
        read.EndRefresh(running, null, actions, later).Uses.ShouldHaveSingleItem().Calls.ShouldBe(3);
    }

    private static DateTimeOffset? NextTryAfter(params LateReason[] tries) => tries
        .Aggregate(new RefreshBook(), (book, reason) => book.Failed(Dataset, Days, reason, Now))
        .LateOf(Dataset).ShouldHaveSingleItem().Read.NextTryAt;
}
