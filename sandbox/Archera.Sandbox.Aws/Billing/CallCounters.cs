using System.Collections.Concurrent;

namespace Archera.Sandbox.Aws.Billing;

/// <summary>Counts every request that reached the simulated AWS, whatever became of it.</summary>
public sealed class CallCounters
{
    private readonly ConcurrentDictionary<(string Account, string Service, string Operation), long[]> _counts = new();

    public IReadOnlyList<CallRow> Rows() =>
    [
        .. _counts.Select(Row)
            .OrderBy(row => row.Account, StringComparer.Ordinal)
            .ThenBy(row => row.Service, StringComparer.Ordinal)
            .ThenBy(row => row.Operation, StringComparer.Ordinal),
    ];

    internal void Count(string account, string service, string operation, CallOutcome outcome) =>
        Interlocked.Increment(
            ref _counts.GetOrAdd((account, service, operation), _ => new long[Enum.GetValues<CallOutcome>().Length])[
                (int)outcome]);

    private static CallRow Row(KeyValuePair<(string Account, string Service, string Operation), long[]> pair)
    {
        var (succeeded, throttled, failed) = (
            Volatile.Read(ref pair.Value[(int)CallOutcome.Succeeded]),
            Volatile.Read(ref pair.Value[(int)CallOutcome.Throttled]),
            Volatile.Read(ref pair.Value[(int)CallOutcome.Failed]));
        var (account, service, operation) = pair.Key;
        return new CallRow(account, service, operation, succeeded + throttled + failed, succeeded, throttled, failed);
    }
}
