using Archera.Aws.Datasets.Machines;

namespace Archera.UnitTests.Machines;

public sealed class MachineTimelineTests
{
    private static readonly DateTimeOffset Ten = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Eleven = Ten.AddHours(1);

    [Fact]
    public void A_machine_that_ran_on_was_up_all_the_time() =>
        Between(Up(Ten.AddDays(-3)), Up(Ten.AddDays(-3))).ShouldBe([new(Ten, Eleven, PowerKind.Up)]);

    [Fact]
    public void A_new_machine_is_up_since_its_launch() =>
        Between(null, Up(At(10, 20))).ShouldBe([new(At(10, 20), Eleven, PowerKind.Up)]);

    [Fact]
    public void A_machine_that_was_never_seen_before_may_have_been_up_before_its_newest_start() =>
        MachineTimeline.First(Up(At(10, 20)), Ten, Eleven)
            .ShouldBe([new(Ten, At(10, 20), PowerKind.Unknown), new(At(10, 20), Eleven, PowerKind.Up)]);

    [Fact]
    public void A_stopped_machine_that_was_never_seen_before_was_up_until_its_stop_where_AWS_tells_it()
    {
        MachineTimeline.First(Stopped(At(8, 0), At(10, 40)), Ten, Eleven)
            .ShouldBe([new(Ten, At(10, 40), PowerKind.Up)]);
        MachineTimeline.First(Stopped(At(8, 0), null), Ten, Eleven)
            .ShouldBe([new(Ten, Eleven, PowerKind.Unknown)]);
    }

    [Fact]
    public void A_stopped_machine_that_stays_stopped_was_never_up() =>
        Between(Stopped(At(8, 0), At(9, 0)), Stopped(At(8, 0), At(9, 0))).ShouldBeEmpty();

    [Fact]
    public void A_stop_is_exact_where_AWS_tells_its_moment() =>
        Between(Up(At(8, 0)), Stopped(At(8, 0), At(10, 40))).ShouldBe([new(Ten, At(10, 40), PowerKind.Up)]);

    [Fact]
    public void A_stop_without_its_moment_is_unknown_between_the_looks() =>
        Between(Up(At(8, 0)), Stopped(At(8, 0), null)).ShouldBe([new(Ten, Eleven, PowerKind.Unknown)]);

    [Fact]
    public void A_start_is_exact() =>
        Between(Stopped(At(8, 0), At(9, 0)), Up(At(10, 15))).ShouldBe([new(At(10, 15), Eleven, PowerKind.Up)]);

    [Fact]
    public void A_stop_that_hid_before_a_start_is_unknown_until_the_start() =>
        Between(Up(At(8, 0)), Up(At(10, 30))).ShouldBe(
            [new(Ten, At(10, 30), PowerKind.Unknown), new(At(10, 30), Eleven, PowerKind.Up)]);

    [Fact]
    public void A_stop_a_start_and_a_stop_are_unknown_until_the_start_and_exact_from_it() =>
        Between(Up(At(8, 0)), Stopped(At(10, 30), At(10, 45))).ShouldBe(
            [new(Ten, At(10, 30), PowerKind.Unknown), new(At(10, 30), At(10, 45), PowerKind.Up)]);

    [Fact]
    public void A_moment_that_can_not_be_is_not_believed() =>
        Between(Up(At(8, 0)), Stopped(At(8, 0), At(12, 0))).ShouldBe([new(Ten, Eleven, PowerKind.Unknown)]);

    [Fact]
    public void A_machine_that_is_gone_ended_at_some_moment() =>
        Between(Up(At(8, 0)), null).ShouldBe([new(Ten, Eleven, PowerKind.Unknown)]);

    [Fact]
    public void A_terminated_machine_that_is_gone_was_not_up() => Between(
        Stopped(At(8, 0), At(9, 0)) with { State = MachineState.Terminated }, null).ShouldBeEmpty();

    private static PowerSpan[] Between(MachineSighting? before, MachineSighting? after) =>
        [.. MachineTimeline.Between(before, Ten, after, Eleven)];

    private static DateTimeOffset At(int hour, int minute) => Ten.AddHours(hour - 10).AddMinutes(minute);

    private static MachineSighting Up(DateTimeOffset launched) => new(
        "i-0123456789abcdef0", "m7g.large", "eu-west-1a", MachineState.Running, launched, null, "Linux/UNIX",
        "on-demand", null);

    private static MachineSighting Stopped(DateTimeOffset launched, DateTimeOffset? at) =>
        Up(launched) with { State = MachineState.Stopped, EndedAt = at };
}
