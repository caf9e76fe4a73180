using System.Collections.Concurrent;
using Archera.Aws.Calls;

namespace Archera.SandboxTests.AwsClient;

/// <summary>The ledger of a test: every attempt in the order in which it ended.</summary>
internal sealed class AttemptLog : IAwsCallObserver
{
    private readonly ConcurrentQueue<AwsCallAttempt> _attempts = new();

    internal IReadOnlyList<AwsCallAttempt> All => [.. _attempts];

    internal IReadOnlyList<string> Outcomes => [.. _attempts.Select(a => a.Outcome)];

    /// <summary>What happens at the end of an attempt, before its answer goes on.</summary>
    internal Action<AwsCallAttempt> Ended { get; set; } = _ => { };

    public void Observe(AwsCallAttempt attempt)
    {
        _attempts.Enqueue(attempt);
        Ended(attempt);
    }
}
