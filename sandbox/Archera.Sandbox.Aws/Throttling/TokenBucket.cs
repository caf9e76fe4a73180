namespace Archera.Sandbox.Aws.Throttling;

/// <summary>A bucket's tokens at an instant; it starts full.</summary>
public readonly record struct TokenBucket(double Tokens, DateTimeOffset At)
{
    public static TokenBucket Full(ServiceQuota quota, DateTimeOffset now) => new(quota.Burst, now);

    public (bool Granted, TokenBucket Next) Take(DateTimeOffset now, ServiceQuota quota)
    {
        var at = now > At ? now : At; // A clock set back neither fills nor empties.
        var tokens = Math.Min(quota.Burst, Tokens + ((at - At).TotalSeconds * quota.PerSecond));
        return tokens >= 1 ? (true, new TokenBucket(tokens - 1, at)) : (false, new TokenBucket(tokens, at));
    }
}
