namespace Archera.Aws.Throttling;

/// <summary>
/// The whole throttle (GCRA) as one instant: the time until which requests are already spent. <c>default</c> is a full
/// budget.
/// </summary>
public readonly record struct RequestBudget(DateTimeOffset SpentUntil)
{
    public (Permit Permit, RequestBudget Next) Take(DateTimeOffset now, RequestQuota quota)
    {
        // Neither rest nor debt grows beyond one burst. The clamped value is kept while waiting too: otherwise a clock
        // that was set back an hour would be told to wait one interval, again and again, for that hour.
        var spentUntil = SpentUntil.ClampTo(now, now + (quota.Interval * quota.Burst));
        var wait = spentUntil - now - (quota.Interval * (quota.Burst - 1));
        return wait > TimeSpan.Zero
            ? (Permit.WaitFor(wait), new RequestBudget(spentUntil))
            : (Permit.Granted, new RequestBudget(spentUntil + quota.Interval));
    }
}
