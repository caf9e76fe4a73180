namespace Archera.Aws.Calls;

/// <summary>One call under way, over all its attempts and over a renewed session.</summary>
internal sealed class CallProgress(DateTimeOffset startedAt)
{
    private RetryPlan _plan = RetryPlan.StartAt(startedAt);
    private int _attempts;

    /// <summary>The wait that <see cref="TryAgainAfter"/> decided on.</summary>
    public TimeSpan? Delay { get; private set; }

    public int NextAttempt() => ++_attempts;

    public bool TryAgainAfter(AwsFailure failure, CallSurroundings surroundings)
    {
        (_plan, Delay) = _plan.After(
            failure, surroundings.Time.GetUtcNow(), surroundings.Jitter.Next(), surroundings.Options);
        return Delay is not null;
    }
}
