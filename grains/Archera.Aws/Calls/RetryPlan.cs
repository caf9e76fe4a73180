namespace Archera.Aws.Calls;

/// <summary>
/// What a call has behind it: when it began, the faults it met, its last wait. Throttles wait but use up no attempt;
/// the time of the call bounds both.
/// </summary>
public readonly record struct RetryPlan(DateTimeOffset StartedAt, int Faults, TimeSpan LastDelay)
{
    public static RetryPlan StartAt(DateTimeOffset now) => new(now, 0, TimeSpan.Zero);

    /// <param name="jitter">In [0, 1).</param>
    /// <returns>The wait before the next attempt, or none when the failure stands.</returns>
    public (RetryPlan Next, TimeSpan? Delay) After(
        AwsFailure failure, DateTimeOffset now, double jitter, AwsCallOptions options)
    {
        var faults = Faults + (failure.IsThrottle ? 0 : 1);
        var delay = Decorrelated(LastDelay, jitter, options);
        var again = failure.IsTransient
            && faults < options.MaxAttempts
            && now + delay - StartedAt <= options.MaxCallTime;
        return (new RetryPlan(StartedAt, faults, delay), again ? delay : null);
    }

    /// <summary>
    /// Between the shortest wait and three times the last one, so that callers who failed together part; before the
    /// first retry the shortest wait stands for the last one.
    /// </summary>
    private static TimeSpan Decorrelated(TimeSpan last, double jitter, AwsCallOptions options)
    {
        var least = options.MinDelay.Ticks;
        var most = Math.Max(least, last.Ticks) * 3;
        var delay = least + (long)((most - least) * jitter);
        return TimeSpan.FromTicks(Math.Min(delay, options.MaxDelay.Ticks));
    }
}
