namespace Archera.Sandbox.Aws.Machines;

/// <summary>One EC2 instance of the world. It never changes: a control change makes another of the same id.</summary>
public sealed record Machine
{
    /// <summary>How long AWS says <c>pending</c> after a launch or start.</summary>
    public static readonly TimeSpan Pending = TimeSpan.FromSeconds(25);

    /// <summary>How long AWS says <c>stopping</c> or <c>shutting-down</c>.</summary>
    public static readonly TimeSpan Ending = TimeSpan.FromSeconds(40);

    private readonly TimeSpan _lingers;

    /// <param name="lingers">How long it is still listed after its end.</param>
    internal Machine(Biography life, TimeSpan lingers) => (Life, _lingers) = (life, lingers);

    public required string Account { get; init; }

    public required string Region { get; init; }

    /// <summary><c>i-</c> and 17 hexadecimal digits.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Machines of one launch share it.</summary>
    public required string ReservationId { get; init; }

    public required string InstanceType { get; init; }

    public required string AvailabilityZone { get; init; }

    public required string ImageId { get; init; }

    public bool IsWindows { get; init; }

    public bool IsSpot { get; init; }

    /// <summary>Metrics every minute instead of every five.</summary>
    public bool DetailedMonitoring { get; init; }

    /// <summary>The CloudWatch agent runs on it and reports memory.</summary>
    public bool HasAgent { get; init; }

    public string? AutoScalingGroup { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];

    public DateTimeOffset Launched => Life.Launched;

    public DateTimeOffset? Terminated => Life.End?.At;

    internal Biography Life { get; init; }

    /// <summary>
    /// Every time up that overlaps the range, whole and in order. It knows the future: a reader clips it to now.
    /// </summary>
    public IEnumerable<UpSpan> Up(DateTimeOffset from, DateTimeOffset to) => Life.Up(from, to);

    public bool IsUp(DateTimeOffset instant) => Up(instant, instant.AddTicks(1)).Any();

    /// <summary>Whether EC2 lists it: from its launch until about an hour after its end.</summary>
    public bool IsListed(DateTimeOffset now) =>
        Launched <= now && (Terminated is not { } end || now < end + _lingers);

    /// <summary>What AWS tells at that instant, which must not be before the launch.</summary>
    public MachineMoment At(DateTimeOffset now)
    {
        var last = LastUp(now);
        if (Life.End is { } end && end.At <= now)
            return new(Phase(now, end.At, MachineState.ShuttingDown, MachineState.Terminated), last.From, end.Cause,
                end.At);
        return last.To is { } stopped && stopped <= now
            ? new(Phase(now, stopped, MachineState.Stopping, MachineState.Stopped), last.From, last.EndedBy, stopped)
            : new(now < last.From + Pending ? MachineState.Pending : MachineState.Running, last.From, StopCause.None,
                null);
    }

    private static MachineState Phase(
        DateTimeOffset now, DateTimeOffset since, MachineState first, MachineState then) =>
        now < since + Ending ? first : then;

    /// <summary>The outages of a habit are short, or there is only the one that never ends.</summary>
    private UpSpan LastUp(DateTimeOffset now)
    {
        var recent = Up(now.AddDays(-8), now.AddTicks(1)).ToList();
        return recent.Count > 0 ? recent[^1] : Up(Launched, now.AddTicks(1)).Last();
    }
}
