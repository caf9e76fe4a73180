namespace Archera.Aws.Calls;

/// <summary>Counts the calls that AWS answered, by IAM action, until they are taken. Safe for concurrent use.</summary>
internal sealed class ActionMeter : IAwsCallObserver
{
    private readonly Lock _gate = new();
    private Dictionary<string, long> _answered = new(StringComparer.Ordinal);

    public void Observe(AwsCallAttempt attempt)
    {
        if (attempt.Outcome != AttemptRecord.Ok)
            return;
        lock (_gate)
            _answered[attempt.Action] = _answered.GetValueOrDefault(attempt.Action) + 1;
    }

    /// <summary>What was counted since this was last called.</summary>
    public IReadOnlyDictionary<string, long> Take()
    {
        lock (_gate)
        {
            var taken = _answered;
            _answered = new(StringComparer.Ordinal);
            return taken;
        }
    }
}
