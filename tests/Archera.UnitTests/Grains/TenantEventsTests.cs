using Archera.Contracts.Events;
using Archera.Contracts.Identity;
using Archera.Grains.Events;

namespace Archera.UnitTests.Grains;

public sealed class TenantEventsTests
{
    private static readonly PayerAccountKey Payer = PayerAccountKey.Parse("aws:111122223333");
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Numbers_events_without_gaps_and_takes_a_repeat_once()
    {
        var events = Append(new TenantEventsState(), 3);

        var again = events.Append(Payer, TenantEventKind.Suspended, Start.AddMinutes(1), "Detail.");

        again.ShouldBeSameAs(events);
        events.List(0, 200).Events.Select(happened => happened.Number).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Drops_the_oldest_beyond_the_limit_and_shows_that_it_is_gone()
    {
        var events = Append(new TenantEventsState(), TenantEventLimits.MaxKept + 2);

        var list = events.List(0, 5);

        list.Oldest.ShouldBe(3);
        list.Events.Select(happened => happened.Number).ShouldBe([3, 4, 5, 6, 7]);
    }

    [Fact]
    public void Lists_what_is_above_the_asked_number_up_to_the_limit()
    {
        var events = Append(new TenantEventsState(), TenantEventLimits.MaxListed + 50);

        events.List(10, int.MaxValue).Events.Length.ShouldBe(TenantEventLimits.MaxListed);
        events.List(10, 2).Events.Select(happened => happened.Number).ShouldBe([11, 12]);
        events.List(events.LastNumber, 2).Events.ShouldBeEmpty();
    }

    [Fact]
    public void Forgets_one_account_and_never_gives_a_number_twice()
    {
        var events = Append(new TenantEventsState(), 3).Forget(Payer);

        events.List(0, 10).Events.ShouldBeEmpty();
        Append(events, 1).List(0, 10).Events.Single().Number.ShouldBe(4);
    }

    private static TenantEventsState Append(TenantEventsState events, int count) =>
        Enumerable.Range(0, count).Aggregate(events, (state, minute) => state.Append(
            Payer, TenantEventKind.Suspended, Start.AddMinutes(minute), "Detail."));
}
