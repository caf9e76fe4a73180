using System.Collections.Concurrent;

namespace Archera.Sandbox.Aws.Throttling;

/// <summary>The buckets, one per account, region and API.</summary>
internal sealed class RequestThrottle(bool enforced)
{
    private readonly ConcurrentDictionary<(string Account, string Region, string Api), TokenBucket> _buckets = new();

    internal bool Admit(
        string account, string region, string api, ServiceQuota quota, DateTimeOffset now, double cost = 1)
    {
        if (!enforced)
            return true;
        var key = (account, region, api);
        while (true)
        {
            var bucket = _buckets.GetOrAdd(key, TokenBucket.Full(quota, now));
            var (granted, next) = bucket.Take(now, quota, cost);
            if (_buckets.TryUpdate(key, next, bucket))
                return granted;
        }
    }
}
