using Archera.Contracts.Reports;

namespace Archera.Gateway.Utilization;

/// <summary>A machine that costs more than it is used for.</summary>
/// <param name="Kind">idle, or oversized: a machine of half the size would do.</param>
/// <param name="Rule">The rule that found it, in words.</param>
/// <param name="HoursSeen">How many hours of CPU it rests on; fewer than 24 find nothing.</param>
/// <param name="HoursExpected">How many there should be; null where nobody looked at the machine on some day.</param>
public sealed record FindingResource(string Kind, string Rule, int HoursSeen, int? HoursExpected)
{
    internal static FindingResource Of(UtilizationFinding finding) => new(
        finding.Kind.ToString().ToLowerInvariant(), finding.Rule, finding.HoursSeen, finding.HoursExpected);
}
