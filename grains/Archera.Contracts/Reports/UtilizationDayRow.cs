using System.Collections.Immutable;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Reports;

/// <summary>The use of one machine on one day.</summary>
/// <param name="HoursExpected">
/// How many hours of the day it is known to have been up in, by looks at it and by its points; null where it was not
/// looked at.
/// </param>
/// <param name="Metrics">Empty for a machine that has no points: it was stopped.</param>
[GenerateSerializer, Immutable, Alias("archera.UtilizationDayRow")]
public sealed record UtilizationDayRow(
    [property: Id(0)] DateOnly Day,
    [property: Id(1)] AwsRegion Region,
    [property: Id(2)] string InstanceId,
    [property: Id(3)] int? HoursExpected,
    [property: Id(4)] ImmutableArray<MetricFigures> Metrics);
