namespace Archera.Sandbox.Aws.Machines;

/// <summary>A life that goes by a habit, from launch to end.</summary>
internal sealed class PlannedBiography(
    DateTimeOffset launched, (DateTimeOffset At, StopCause Cause)? end, IHabit habit) : Biography
{
    /// <summary>Longer than any time between two outages of a habit that has several.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromDays(8);

    public override DateTimeOffset Launched => launched;

    public override (DateTimeOffset At, StopCause Cause)? End => end;

    /// <summary>
    /// Whole spans need the outages around the range. What begins before the reach is taken to begin at the launch:
    /// true for a habit without outages, and for the others such a span ends before the range.
    /// </summary>
    public override IEnumerable<UpSpan> Up(DateTimeOffset from, DateTimeOffset to)
    {
        DateTimeOffset? start = launched;
        foreach (var outage in habit.Outages(from - Reach, to + Reach).Where(IsInLife))
        {
            if (outage.From > start && new UpSpan(start.Value, outage.From, outage.Cause) is var span
                && span.Overlaps(from, to))
                yield return span;
            start = outage.To;
        }

        if (start is { } last && (end is null || last < end.Value.At)
            && new UpSpan(last, end?.At, end?.Cause ?? StopCause.None) is var final
            && final.Overlaps(from, to))
            yield return final;
    }

    private bool IsInLife(Outage outage) => outage.From > launched && (end is null || outage.From < end.Value.At);
}
