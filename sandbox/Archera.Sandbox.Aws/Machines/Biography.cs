namespace Archera.Sandbox.Aws.Machines;

/// <summary>When a machine was launched, was up, and ended.</summary>
internal abstract class Biography
{
    public abstract DateTimeOffset Launched { get; }

    /// <summary>Null when it is not known to end.</summary>
    public abstract (DateTimeOffset At, StopCause Cause)? End { get; }

    /// <summary>Every time up that overlaps the range, whole and in order.</summary>
    public abstract IEnumerable<UpSpan> Up(DateTimeOffset from, DateTimeOffset to);

    public bool Overlaps(DateTimeOffset from, DateTimeOffset to) =>
        Launched < to && (End is not { } end || end.At > from);
}
