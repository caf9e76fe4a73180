using Archera.Contracts.Time;
using Microsoft.Extensions.Time.Testing;

namespace Archera.UnitTests.Time;

public sealed class BillingClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 22, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Moves_by_days_and_by_hours_and_goes_on_with_real_time()
    {
        var time = new FakeTimeProvider(Start);
        var clock = new BillingClock(time, offsetDays: 2);

        clock.MoveOn(TimeSpan.FromHours(2));
        clock.MoveTo(new DateOnly(2026, 11, 25));
        time.Advance(TimeSpan.FromMinutes(5));

        clock.Now.ShouldBe(new DateTimeOffset(2026, 11, 25, 0, 35, 0, TimeSpan.Zero));
        clock.Today.ShouldBe(new DateOnly(2026, 11, 25));
    }

    [Fact]
    public void Never_moves_back()
    {
        var clock = new BillingClock(new FakeTimeProvider(Start), TimeSpan.FromHours(5));

        Should.Throw<ArgumentOutOfRangeException>(() => clock.MoveOn(TimeSpan.FromHours(-1)));
        Should.Throw<ArgumentOutOfRangeException>(() => clock.MoveTo(new DateOnly(2026, 11, 20)));
        clock.Now.ShouldBe(Start.AddHours(5));
    }
}
