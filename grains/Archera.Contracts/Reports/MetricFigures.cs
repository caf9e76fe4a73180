namespace Archera.Contracts.Reports;

/// <summary>One metric of one machine on one day.</summary>
/// <param name="Metric">Its name with us, such as <c>CpuUtilization</c>.</param>
/// <param name="Standing">Whether its figures are known.</param>
/// <param name="Points">How many points they are made of; without points there are no figures.</param>
/// <param name="P95">By nearest rank.</param>
/// <param name="PeriodSeconds">What a point covers: 300, or 3,600 where AWS has no finer ones.</param>
/// <param name="HoursSeen">How many hours of the day have a point.</param>
[GenerateSerializer, Immutable, Alias("archera.MetricFigures")]
public sealed record MetricFigures(
    [property: Id(0)] string Metric,
    [property: Id(1)] string Unit,
    [property: Id(2)] MetricFiguresStanding Standing,
    [property: Id(3)] int Points,
    [property: Id(4)] double? Mean,
    [property: Id(5)] double? P95,
    [property: Id(6)] double? Maximum,
    [property: Id(7)] int PeriodSeconds,
    [property: Id(8)] int HoursSeen);
