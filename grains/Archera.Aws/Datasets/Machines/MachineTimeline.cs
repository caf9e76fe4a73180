using System.Collections.Immutable;

namespace Archera.Aws.Datasets.Machines;

/// <summary>
/// What two looks at a machine tell of the time between them. Where AWS tells the moment of a start or stop, it is
/// exact; where a stop hid between the looks, the time in which it may have been up is unknown and stays so.
/// </summary>
public static class MachineTimeline
{
    /// <param name="before">The machine at <paramref name="from"/>; null: it was not there.</param>
    /// <param name="after">The machine at <paramref name="to"/>; null: it is gone.</param>
    public static ImmutableArray<PowerSpan> Between(
        MachineSighting? before, DateTimeOffset from, MachineSighting? after, DateTimeOffset to)
    {
        PowerSpan?[] spans = after is null
            ? [Gone(before, from, to)]
            : [Hidden(before, from, after, to), .. Last(before, from, after, to)];
        return [.. spans.OfType<PowerSpan>()];
    }

    /// <summary>
    /// What a machine that was never seen before tells of the time until then: it was up since its newest start; before
    /// that it may have been.
    /// </summary>
    public static ImmutableArray<PowerSpan> First(MachineSighting machine, DateTimeOffset from, DateTimeOffset to)
    {
        PowerSpan?[] spans =
        [
            new PowerSpan(from, machine.LaunchedAt, PowerKind.Unknown).Within(from, to),
            .. Last(null, from, machine, to),
        ];
        return [.. spans.OfType<PowerSpan>()];
    }

    /// <summary>
    /// Terminated machines are listed for about an hour: one that is gone ended at some moment in between.
    /// </summary>
    private static PowerSpan? Gone(MachineSighting? before, DateTimeOffset from, DateTimeOffset to) =>
        before is null or { State: MachineState.Terminated } ? null : new PowerSpan(from, to, PowerKind.Unknown);

    /// <summary>
    /// It was up, and was started again: in between it was stopped at a moment that AWS has forgotten.
    /// </summary>
    private static PowerSpan? Hidden(
        MachineSighting? before, DateTimeOffset from, MachineSighting after, DateTimeOffset to) =>
        before is { IsUp: true } && after.LaunchedAt > before.LaunchedAt
            ? new PowerSpan(from, after.LaunchedAt, PowerKind.Unknown).Within(from, to)
            : null;

    /// <summary>From its newest start.</summary>
    private static IEnumerable<PowerSpan?> Last(
        MachineSighting? before, DateTimeOffset from, MachineSighting after, DateTimeOffset to)
    {
        if (after.IsUp)
            return [new PowerSpan(after.LaunchedAt, to, PowerKind.Up).Within(from, to)];
        if (before is { IsUp: false } && before.LaunchedAt == after.LaunchedAt)
            return [];
        var isTold = after.EndedAt >= after.LaunchedAt && after.EndedAt <= to;
        return isTold
            ? [new PowerSpan(after.LaunchedAt, after.EndedAt!.Value, PowerKind.Up).Within(from, to)]
            : [new PowerSpan(after.LaunchedAt, to, PowerKind.Unknown).Within(from, to)];
    }
}
