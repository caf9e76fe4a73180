using Archera.Contracts.Reports;

namespace Archera.Gateway.Utilization;

/// <summary>The use of one machine on one day.</summary>
/// <param name="HoursExpected">How many hours of the day the machine is known to have been up in, by looks at it and by
/// its points; null where nobody looked.</param>
/// <param name="Metrics">Empty for a machine without points: it was stopped.</param>
public sealed record DayUseResource(DateOnly Day, int? HoursExpected, IReadOnlyList<MetricResource> Metrics)
{
    internal static DayUseResource Of(UtilizationDayRow day) =>
        new(day.Day, day.HoursExpected, [.. day.Metrics.Select(MetricResource.Of)]);
}
