using System.Globalization;
using Archera.Aws.Datasets.Utilization;
using Archera.Contracts.Reports;

namespace Archera.Grains.Utilization;

/// <summary>
/// Names machines that cost more than they are used for. A rule looks at every day that has figures: one busy day
/// clears a machine, and so does a metric that could not be read.
/// </summary>
public static class UtilizationRule
{
    /// <summary>Fewer hours of CPU than that say nothing.</summary>
    public const int MinHours = 24;

    /// <summary>In percent.</summary>
    public const int IdlePercent = 5;

    /// <summary>In percent: on a machine of half the size it would be 80.</summary>
    public const int OversizedPercent = 40;

    private static readonly string Cpu = MachineMetric.CpuUtilization.ToString();
    private static readonly string Memory = MachineMetric.MemoryUsed.ToString();

    /// <returns>Null: no rule names the machine.</returns>
    public static UtilizationFinding? Of(IReadOnlyList<UtilizationDayRow> days)
    {
        var (cpu, memory) = (Figures(days, Cpu), Figures(days, Memory));
        var hours = cpu.Sum(figures => figures.HoursSeen);
        if (hours < MinHours || !IsKnown(cpu) || !IsKnown(memory))
            return null;
        if (IsAtMost(cpu, IdlePercent))
            return Found(UtilizationFindingKind.Idle, Words(IdlePercent, "CPU"));
        if (!IsAtMost(cpu, OversizedPercent) || !IsAtMost(memory, OversizedPercent))
            return null;
        return Found(
            UtilizationFindingKind.Oversized,
            memory.Length > 0
                ? Words(OversizedPercent, "CPU and memory")
                : Words(OversizedPercent, "CPU") + "; memory is not reported");

        UtilizationFinding Found(UtilizationFindingKind kind, string rule) => new(
            kind, rule, hours, days.Any(day => day.HoursExpected is null) ? null : days.Sum(day => day.HoursExpected));
    }

    private static MetricFigures[] Figures(IReadOnlyList<UtilizationDayRow> days, string metric) =>
        [.. days.SelectMany(day => day.Metrics).Where(figures => figures.Metric == metric)];

    private static bool IsKnown(MetricFigures[] figures) =>
        figures.All(each => each.Standing == MetricFiguresStanding.Read);

    private static bool IsAtMost(MetricFigures[] figures, int percent) => figures.All(each => each.P95 <= percent);

    private static string Words(int percent, string what) => string.Create(
        CultureInfo.InvariantCulture, $"95 % of the points of every day have at most {percent} % of {what}");
}
