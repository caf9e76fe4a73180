using Archera.Aws.Datasets.Machines;

namespace Archera.UnitTests.Machines;

public sealed class MachineDayTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly MachineSighting Machine = new(
        "i-0123456789abcdef0",
        "m7g.large",
        null,
        MachineState.Running,
        Noon.AddDays(-3),
        null,
        null,
        "on-demand",
        null);

    [Fact]
    public void The_first_look_counts_what_each_machine_tells_of_the_same_day()
    {
        var day = MachineObservation.Days(null, Look(Noon)).ShouldHaveSingleItem();

        day.Day.ShouldBe(Today);
        day.Machines.ShouldHaveSingleItem().Spans
            .ShouldBe([new(Noon.AddHours(-12), Noon, PowerKind.Up)]);
        day.Regions.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            region => region.From.ShouldBe(Noon), region => region.To.ShouldBe(Noon));
    }

    [Fact]
    public void Looks_of_an_hour_add_up()
    {
        var day = new MachineDay(Today, [], []);
        MachineSnapshot? before = null;
        for (var hour = 0; hour <= 3; hour++)
        {
            var look = Look(Noon.AddHours(hour));
            day = day.With(MachineObservation.Days(before, look)[^1]);
            before = look.After(before);
        }

        day.Machines.ShouldHaveSingleItem().Spans.ShouldBe([new(Noon.AddHours(-12), Noon.AddHours(3), PowerKind.Up)]);
        day.Regions.ShouldHaveSingleItem().To.ShouldBe(Noon.AddHours(3));
    }

    [Fact]
    public void A_look_over_midnight_tells_of_both_days()
    {
        var late = Look(Noon.AddHours(11.5));
        var days = MachineObservation.Days(late, Look(Noon.AddHours(12.5)));

        days.Select(day => day.Day).ShouldBe([Today, Today.AddDays(1)]);
        days.Select(day => day.Machines.Single().Spans.Single()).ShouldBe([
            new(Noon.AddHours(11.5), Noon.AddHours(12), PowerKind.Up),
            new(Noon.AddHours(12), Noon.AddHours(12.5), PowerKind.Up)]);
    }

    [Fact]
    public void A_look_that_is_told_again_from_the_same_moment_on_counts_once()
    {
        var (first, second, third) = (Look(Noon), Look(Noon.AddHours(1)), Look(Noon.AddHours(2)));
        var day = new MachineDay(Today, [], []).With(MachineObservation.Days(first, second)[^1]);

        var again = day.With(MachineObservation.Days(first, third)[^1]);

        again.Machines.Single().Spans.ShouldBe([new(Noon, Noon.AddHours(2), PowerKind.Up)]);
    }

    [Theory]
    [InlineData(RegionStanding.Refused)]
    [InlineData(RegionStanding.SwitchedOff)]
    [InlineData(RegionStanding.Failed)]
    public void A_Region_that_was_not_read_keeps_what_is_known_and_is_caught_up_with(RegionStanding standing)
    {
        var first = Look(Noon);
        var blind = Blind(Noon.AddHours(1), standing);
        var kept = blind.After(first);
        var day = new MachineDay(Today, [], [])
            .With(MachineObservation.Days(null, first)[^1])
            .With(MachineObservation.Days(first, blind)[^1]);
        var later = Look(Noon.AddHours(2));

        var caughtUp = day.With(MachineObservation.Days(kept, later)[^1]);

        day.Regions.Single().Standing.ShouldBe(standing);
        day.Machines.ShouldHaveSingleItem();
        caughtUp.Regions.Single().Standing.ShouldBe(RegionStanding.Read);
        caughtUp.Machines.Single().Spans.ShouldBe([new(Noon.AddHours(-12), Noon.AddHours(2), PowerKind.Up)]);
    }

    [Fact]
    public void Is_the_same_after_it_was_stored()
    {
        var look = Look(Noon.AddHours(1));
        var day = MachineObservation.Days(Look(Noon), look)[^1];

        var bytes = MachineCodec.Encode(day);

        MachineCodec.Encode(MachineCodec.DecodeDay(MachineCodec.SchemaVersion, bytes)).ShouldBe(bytes);
        MachineCodec.Encode(MachineCodec.DecodeSnapshot(MachineCodec.SchemaVersion, MachineCodec.Encode(look)))
            .ShouldBe(MachineCodec.Encode(look));
        Should.Throw<InvalidDataException>(() => MachineCodec.DecodeDay(99, bytes));
        Should.Throw<InvalidDataException>(() => MachineCodec.DecodeDay(MachineCodec.SchemaVersion, bytes.AsSpan(1)));
    }

    private static MachineSnapshot Look(DateTimeOffset at) => new(
        at, [new RegionSighting("eu-west-1", RegionStanding.Read, at, [Machine])]);

    private static MachineSnapshot Blind(DateTimeOffset at, RegionStanding standing) => new(
        at, [new RegionSighting("eu-west-1", standing, null, [], "access-denied", "No.")]);
}
