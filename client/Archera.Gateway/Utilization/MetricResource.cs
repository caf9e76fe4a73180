using Archera.Contracts.Reports;

namespace Archera.Gateway.Utilization;

/// <summary>One metric of one machine on one day.</summary>
/// <param name="Metric">CpuUtilization, NetworkIn, NetworkOut, EbsReadBytes, EbsWriteBytes, EbsReadOps, EbsWriteOps,
/// StatusCheckFailed, CpuCreditBalance or MemoryUsed.</param>
/// <param name="Unit">Of the figures: Percent, Bytes/Second, Count/Second or Count.</param>
/// <param name="Standing">read; forbidden: AWS may not show it to the role; failed: AWS could not give it.</param>
/// <param name="Mean">Of the points; null where there are none.</param>
/// <param name="P95">The point that 95 % of the points do not exceed, by nearest rank; null without points.</param>
/// <param name="Maximum">The highest measurement within the points; null where there are none.</param>
/// <param name="Points">How many points the figures are made of.</param>
/// <param name="PeriodSeconds">What a point covers: 300, or 3600 where AWS has no finer ones of that age.</param>
/// <param name="HoursSeen">How many hours of the day have a point.</param>
public sealed record MetricResource(
    string Metric,
    string Unit,
    string Standing,
    double? Mean,
    double? P95,
    double? Maximum,
    int Points,
    int PeriodSeconds,
    int HoursSeen)
{
    internal static MetricResource Of(MetricFigures figures) => new(
        figures.Metric,
        figures.Unit,
        figures.Standing.ToString().ToLowerInvariant(),
        figures.Mean,
        figures.P95,
        figures.Maximum,
        figures.Points,
        figures.PeriodSeconds,
        figures.HoursSeen);
}
