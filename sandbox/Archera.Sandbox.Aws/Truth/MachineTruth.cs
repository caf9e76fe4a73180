using Archera.Sandbox.Aws.Machines;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.Truth;

/// <summary>
/// The machines as they are: what every report of running time has to equal, or to hold between its bounds. It comes
/// from the world, not from what the simulated EC2 or CloudWatch tell of it.
/// </summary>
public static class MachineTruth
{
    /// <summary>
    /// Each machine that lives at some time of the range, with its times up cut to the range; one that was stopped all
    /// the time has none. The caller ends the range where its clock stands. By region and launch.
    /// </summary>
    public static IEnumerable<MachineTruthRow> Rows(
        AwsWorld world, string account, DateTimeOffset start, DateTimeOffset end) =>
        (start < end ? world.Machines.Between(account, null, start, end) : [])
            .OrderBy(machine => machine.Region, StringComparer.Ordinal)
            .ThenBy(machine => machine.Launched)
            .ThenBy(machine => machine.InstanceId, StringComparer.Ordinal)
            .Select(machine => new MachineTruthRow(
                machine, [.. machine.Up(start, end).Select(span => Cut(span, start, end))]));

    private static (DateTimeOffset From, DateTimeOffset To) Cut(
        UpSpan span, DateTimeOffset start, DateTimeOffset end) =>
        (span.From > start ? span.From : start, span.To is { } to && to < end ? to : end);
}
