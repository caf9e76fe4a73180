using Archera.Sandbox.Aws.Throttling;

namespace Archera.SandboxTests.Throttling;

public sealed class TokenBucketTests
{
    private static readonly ServiceQuota Quota = new(Burst: 3, PerSecond: 2);
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;

    [Fact]
    public void Gives_its_burst_and_then_one_token_each_interval()
    {
        var bucket = TokenBucket.Full(Quota, Start);

        (bucket, var burst) = TakeAll(bucket, Start);
        (bucket, var afterHalfASecond) = TakeAll(bucket, Start.AddSeconds(0.5));
        (_, var afterLong) = TakeAll(bucket, Start.AddHours(1));

        (burst, afterHalfASecond, afterLong).ShouldBe((3, 1, 3));
    }

    [Fact]
    public void Neither_fills_nor_stops_when_the_clock_is_set_back()
    {
        var (bucket, _) = TakeAll(TokenBucket.Full(Quota, Start), Start);

        (bucket, var back) = TakeAll(bucket, Start.AddHours(-1));
        var (_, later) = TakeAll(bucket, Start.AddSeconds(1));

        (back, later).ShouldBe((0, 2));
    }

    private static (TokenBucket Next, int Granted) TakeAll(TokenBucket bucket, DateTimeOffset now)
    {
        for (var granted = 0; ; granted++)
        {
            (var isGranted, bucket) = bucket.Take(now, Quota);
            if (!isGranted)
                return (bucket, granted);
        }
    }
}
