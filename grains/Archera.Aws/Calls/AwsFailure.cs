namespace Archera.Aws.Calls;

/// <summary>Why AWS did not answer, classified by code, never by message text.</summary>
/// <param name="Reason">A stable code for completeness and logs, such as <c>throttled</c> or
/// <c>access-denied</c>.</param>
/// <param name="Fault">Whose fault it is.</param>
/// <param name="CanRetry">Whether asking again, unchanged, can help.</param>
/// <param name="Code">AWS's own error code, or the kind of transport failure.</param>
/// <param name="Detail">What happened and what to do next, in words; no secret, no external id. Whether it is tried
/// again is for the caller to say: only it knows.</param>
public sealed record AwsFailure(
    string Reason,
    FaultOf Fault,
    bool CanRetry,
    string Code,
    string Detail,
    string? RequestId = null)
{
    /// <summary>The code of an answer in which a day went on that had been taken for whole.</summary>
    public const string OutOfOrder = "OutOfOrder";

    /// <summary>
    /// What AWS itself said when it denied a call of the role's session, to be quoted: which kind of policy it was is
    /// only in these words. Nothing is decided by them.
    /// </summary>
    public string? AwsWords { get; init; }

    /// <summary>What opened the breaker, for a call that an open breaker did not let through.</summary>
    public AwsFailure? Cause { get; init; }

    /// <summary>When the open breaker lets the next request through.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>AWS asked to slow down: nothing is broken.</summary>
    public bool IsThrottle => Reason == FailureReasons.Throttled;

    /// <summary>A fault of the moment, which the next request of the same call may not meet.</summary>
    public bool IsTransient => CanRetry
        && Reason is FailureReasons.Throttled or FailureReasons.AwsError or FailureReasons.Unreachable
            or FailureReasons.NotAnAwsAnswer or FailureReasons.ClockSkew;

    /// <summary>
    /// Something is broken that rest may mend: not a throttle, and not a clock, whose setting must count at once.
    /// </summary>
    public bool OpensBreaker => IsTransient && Reason is not FailureReasons.Throttled and not FailureReasons.ClockSkew;
}
