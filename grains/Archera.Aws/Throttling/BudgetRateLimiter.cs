using System.Threading.RateLimiting;

namespace Archera.Aws.Throttling;

/// <summary>
/// A <see cref="RateLimiter"/> over a <see cref="RequestBudget"/>: runs on a <see cref="TimeProvider"/>, holds no timer
/// while nobody waits, and serves those who wait in the order they came.
/// </summary>
public sealed class BudgetRateLimiter(RequestQuota quota, int maxWaiting, TimeProvider time) : RateLimiter
{
    private static readonly RateLimitLease Leave = new Lease(true);
    private static readonly RateLimitLease Refused = new Lease(false);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _gate = new();
    private RequestBudget _budget;
    private int _waiting;

    /// <summary>None: an idle limiter is as good as a new one, nobody needs to collect it.</summary>
    public override TimeSpan? IdleDuration => null;

    public override RateLimiterStatistics? GetStatistics() =>
        new() { CurrentQueuedCount = Volatile.Read(ref _waiting) };

    protected override RateLimitLease AttemptAcquireCore(int permitCount) =>
        permitCount <= 0 || Take().IsGranted ? Leave : Refused;

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(
        int permitCount, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Interlocked.Increment(ref _waiting) > maxWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return Refused;
        }

        try
        {
            await _turn.WaitAsync(cancellationToken);
            try
            {
                for (var permit = Take(); !permit.IsGranted; permit = Take())
                    await Task.Delay(WholeMilliseconds(permit.Wait), time, cancellationToken);
                return Leave;
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _turn.Dispose();
        base.Dispose(disposing);
    }

    private Permit Take()
    {
        lock (_gate)
        {
            (var permit, _budget) = _budget.Take(time.GetUtcNow(), quota);
            return permit;
        }
    }

    /// <summary>Timers cut to milliseconds: rounding up avoids a second, empty wait.</summary>
    private static TimeSpan WholeMilliseconds(TimeSpan wait) =>
        TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));

    private sealed class Lease(bool acquired) : RateLimitLease
    {
        public override bool IsAcquired => acquired;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
