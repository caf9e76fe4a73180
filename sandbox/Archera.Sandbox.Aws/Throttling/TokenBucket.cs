namespace Archera.Sandbox.Aws.Throttling;

/// <summary>A bucket's tokens at an instant; it starts full.</summary>
public readonly record struct TokenBucket(double Tokens, DateTimeOffset At)
{
    public static TokenBucket Full(ServiceQuota quota, DateTimeOffset now) => new(quota.Burst, now);

    /// <param name="cost">More than the bucket holds empties a full one: else it could never be granted.</param>
    public (bool Granted, TokenBucket Next) Take(DateTimeOffset now, ServiceQuota quota, double cost = 1)
    {
        var at = now > At ? now : At; // A clock set back neither fills nor empties.
        var tokens = Math.Min(quota.Burst, Tokens + ((at - At).TotalSeconds * quota.PerSecond));
        var taken = Math.Min(cost, quota.Burst);
        return tokens >= taken ? (true, new TokenBucket(tokens - taken, at)) : (false, new TokenBucket(tokens, at));
    }
}
