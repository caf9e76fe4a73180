using Archera.Sandbox.Aws.Machines;

namespace Archera.SandboxTests.Machines;

public sealed class MachineWorldTests
{
    private const string Account = "111122223333";
    private const string Elsewhere = "444455556666";

    private static readonly DateTimeOffset Start = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero); // A Monday.
    private static readonly DateTimeOffset End = Start.AddDays(28);

    private readonly MachineWorld _world = new(seed: 7, perAccount: 28);

    [Fact]
    public void Is_the_same_for_the_same_seed_whatever_was_asked_before()
    {
        var other = new MachineWorld(seed: 7, perAccount: 28);
        _ = other.Between(Elsewhere, null, Start.AddYears(-1), Start);

        Told(other, Account).ShouldBe(Told(_world, Account));
        Told(other, Elsewhere).ShouldNotBe(Told(_world, Account));
        Told(new MachineWorld(seed: 8, perAccount: 28), Account).ShouldNotBe(Told(_world, Account));
    }

    [Fact]
    public void Finds_a_machine_of_any_time_by_its_id_alone()
    {
        foreach (var machine in _world.Between(Account, null, Start.AddDays(-400), End))
        {
            machine.InstanceId.ShouldMatch("^i-[0-9a-f]{17}$");
            var found = _world.Find(Account, machine.InstanceId).ShouldNotBeNull();
            Told(found).ShouldBe(Told(machine));
            _world.Find(Elsewhere, machine.InstanceId).ShouldBeNull();
        }
    }

    [Fact]
    public void Has_ids_of_its_own_for_every_machine_of_every_account()
    {
        var ids = Enumerable.Range(0, 60)
            .SelectMany(number => _world.Between($"1111000000{number:00}", null, Start.AddDays(-60), End))
            .Select(machine => machine.InstanceId)
            .ToList();

        ids.Count.ShouldBeGreaterThan(10_000);
        ids.Distinct().Count().ShouldBe(ids.Count);
    }

    [Fact]
    public void Gives_the_same_times_up_for_every_cut_of_the_range()
    {
        foreach (var machine in _world.Between(Account, null, Start, End))
        {
            var whole = machine.Up(Start, End).ToList();

            var inParts = Enumerable.Range(0, 28 * 24)
                .SelectMany(hour => machine.Up(Start.AddHours(hour), Start.AddHours(hour + 1)))
                .Distinct();

            inParts.ShouldBe(whole);
            whole.Zip(whole.Skip(1)).ShouldAllBe(pair => pair.First.To < pair.Second.From);
            whole.ShouldAllBe(span => span.From >= machine.Launched && span.To <= machine.Terminated);
        }
    }

    [Fact]
    public void Holds_every_habit_that_makes_machines_hard_to_count()
    {
        var machines = _world.Between(Account, null, Start, End);
        var spans = machines.SelectMany(machine => machine.Up(Start, End)).ToList();

        machines.Select(machine => machine.Region).Distinct().Count().ShouldBeInRange(2, 3);
        machines.Count(machine => machine.IsSpot).ShouldBeGreaterThan(50);
        machines.ShouldContain(machine => machine.IsWindows);
        machines.ShouldContain(machine => machine.Launched > Start && machine.Terminated < End);
        machines.ShouldContain(machine => machine.Launched < Start && machine.Terminated > End);
        machines.ShouldContain(machine => !machine.Up(Start, End).Any());
        machines.GroupBy(machine => machine.ReservationId).ShouldContain(launch => launch.Count() > 1);
        foreach (var cause in new[] { StopCause.User, StopCause.Service, StopCause.Guest, StopCause.Delegate })
            spans.ShouldContain(span => span.EndedBy == cause);
    }

    [Fact]
    public void Hides_a_stop_and_a_start_in_one_hour()
    {
        var hidden = _world.Between(Account, null, Start, End)
            .SelectMany(machine => machine.Up(Start, End).Zip(machine.Up(Start, End).Skip(1)))
            .Where(pair => Hour(pair.First.To!.Value) == Hour(pair.Second.From))
            .ToList();

        hidden.Count.ShouldBeGreaterThanOrEqualTo(27);

        static DateTimeOffset Hour(DateTimeOffset instant) => new(instant.Ticks / TimeSpan.TicksPerHour, TimeSpan.Zero);
    }

    [Fact]
    public void Scales_a_group_with_the_hour()
    {
        int Up(int hour) => _world.Between(Account, null, Start, End)
            .Count(machine => machine.AutoScalingGroup is not null && machine.IsUp(Start.AddHours(hour)));

        Up(4).ShouldBe(2);
        Up(9).ShouldBe(4);
        Up(13).ShouldBe(6);
        Up(23).ShouldBe(2);
        Up((5 * 24) + 13).ShouldBe(4); // On a Saturday.
    }

    private static List<string> Told(MachineWorld world, string account) =>
        [.. world.Between(account, null, Start, End).Select(Told)];

    private static string Told(Machine machine) =>
        $"{machine with { Tags = [] }} {string.Join(' ', machine.Tags)} {string.Join(' ', machine.Up(Start, End))}";
}
