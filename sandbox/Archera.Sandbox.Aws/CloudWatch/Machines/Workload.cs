using Archera.Sandbox.Aws.Machines;
using Archera.Sandbox.Aws.Worlds.Generated;

namespace Archera.Sandbox.Aws.CloudWatch.Machines;

/// <summary>
/// What a machine does at every minute of its life: a pure function of seed, machine and minute, and of nothing else,
/// so that it needs no memory. Some machines idle, most do little, few are busy; days and weeks show. Only arithmetic
/// that is the same on every computer: no sines.
/// </summary>
internal sealed class Workload
{
    private const int DayMinutes = 1_440;
    private const int WeekMinutes = 7 * DayMinutes;
    private const double CreditsOfADay = 288;

    private readonly Draw _draw;
    private readonly Draw _cpu;
    private readonly Draw _network;
    private readonly Draw _disk;
    private readonly double _level;
    private readonly double _scale;
    private readonly double _memory;

    internal Workload(int seed, Machine machine)
    {
        _draw = Draw.From(seed).With("workload").With(machine.Account).With(machine.InstanceId);
        (_cpu, _network, _disk) = (_draw.With("cpu"), _draw.With("network"), _draw.With("disk"));
        _level = Level(_draw.With("level"));
        _scale = _draw.With("scale").Between(20_000, 4_000_000);
        _memory = _draw.With("memory").Between(12, 80);
    }

    internal static double Cpu(Workload work, long minute) => work.CpuAt(minute);

    internal static double NetworkIn(Workload work, long minute) => work.Bytes(work._network, minute, 1.0);

    internal static double NetworkOut(Workload work, long minute) => work.Bytes(work._network, minute + 1, 1.6);

    internal static double ReadBytes(Workload work, long minute) => work.Operations(minute, 0.4) * 16_384;

    internal static double WriteBytes(Workload work, long minute) => work.Operations(minute, 1.3) * 8_192;

    internal static double ReadOperations(Workload work, long minute) => work.Operations(minute, 0.4);

    internal static double WriteOperations(Workload work, long minute) => work.Operations(minute, 1.3);

    internal static double StatusCheckFailed(Workload work, long minute) =>
        work._draw.With("failed").With(minute).Chance(0.0002) ? 1 : 0;

    /// <summary>Spent by day and earned by night, the slower the busier the machine.</summary>
    internal static double CreditBalance(Workload work, long minute) =>
        Math.Round(CreditsOfADay * (1 - (work._level / 100)) * (1 - (0.5 * Wave(minute, DayMinutes))), 3);

    internal static double MemoryUsed(Workload work, long minute) => Math.Round(
        work._memory + (12 * Wave(minute, WeekMinutes)) + work._draw.With("memory").With(minute).Between(-1, 1), 3);

    private static double Level(Draw draw) => draw.With("kind").Unit switch
    {
        < 0.25 => draw.Between(0.3, 2.5),
        < 0.60 => draw.Between(4, 14),
        < 0.85 => draw.Between(22, 45),
        _ => draw.Between(55, 80),
    };

    /// <summary>From 0 at the beginning of each span, up to 1 in its middle, and back.</summary>
    private static double Wave(long minute, int span) => 1 - Math.Abs((2.0 * (minute % span) / span) - 1);

    private double CpuAt(long minute)
    {
        var draw = _cpu.With(minute);
        var value = _level * (0.6 + (0.7 * Wave(minute, DayMinutes)) + (0.25 * draw.Unit));
        if (draw.With("peak").Chance(0.004))
            value = (value * 3) + 10;
        return Math.Round(Math.Min(value, 100), 3);
    }

    private double Bytes(Draw draw, long minute, double share) =>
        Math.Floor(_scale * share * (0.2 + (0.01 * CpuAt(minute)) + draw.With(minute).Unit));

    private double Operations(long minute, double share) =>
        Math.Floor(share * (_disk.With(minute).Between(0, 40) + CpuAt(minute)));
}
