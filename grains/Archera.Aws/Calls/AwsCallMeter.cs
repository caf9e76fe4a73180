namespace Archera.Aws.Calls;

/// <summary>Counts every attempt of this process or of one account. Safe for concurrent use.</summary>
public sealed class AwsCallMeter : IAwsCallObserver
{
    private readonly Lock _gate = new();
    private AwsCallTotals _totals;

    public AwsCallTotals Totals
    {
        get
        {
            lock (_gate)
                return _totals;
        }
    }

    public void Observe(AwsCallAttempt attempt)
    {
        lock (_gate)
        {
            _totals = new AwsCallTotals(
                _totals.Calls + 1,
                _totals.Throttled + (attempt.Outcome == FailureReasons.Throttled ? 1 : 0),
                _totals.Retries + (attempt.Attempt > 1 ? 1 : 0),
                _totals.CostUsd + attempt.PriceUsd);
        }
    }
}
