namespace Archera.Contracts.Reports;

/// <summary>A machine that costs more than it is used for.</summary>
/// <param name="Rule">Which rule found it, in words with its figures.</param>
/// <param name="HoursSeen">How many hours of CPU it rests on.</param>
/// <param name="HoursExpected">How many there should be; null where the machine was not looked at on some day.</param>
[GenerateSerializer, Immutable, Alias("archera.UtilizationFinding")]
public sealed record UtilizationFinding(
    [property: Id(0)] UtilizationFindingKind Kind,
    [property: Id(1)] string Rule,
    [property: Id(2)] int HoursSeen,
    [property: Id(3)] int? HoursExpected);
