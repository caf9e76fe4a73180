using System.Collections.Concurrent;

namespace Archera.Sandbox.Aws.Faults;

/// <summary>
/// The faults that are on now. Which calls they hit depends on the seed, the account and the API only.
/// </summary>
public sealed class FaultSet
{
    private readonly int _seed;
    private volatile Armed _armed;

    public FaultSet(int seed, IReadOnlyList<Fault> initial)
    {
        _seed = seed;
        _armed = new Armed(initial);
    }

    public IReadOnlyList<Fault> Faults => _armed.Faults;

    /// <summary>Replaces all faults, the throttle share of the start included; the draws begin anew.</summary>
    public void Replace(IReadOnlyList<Fault> faults) => _armed = new Armed([.. faults]);

    internal DrawnFaults Draw(string service, string operation, string account)
    {
        var armed = _armed;
        if (armed.Faults.Count == 0)
            return DrawnFaults.None;
        List<Fault>? drawn = null;
        for (var index = 0; index < armed.Faults.Count; index++)
        {
            var fault = armed.Faults[index];
            if (!fault.Matches(service, operation, account))
                continue;
            var stream = $"{index}:{fault.Kind}:{account}:{service}:{operation}";
            if (armed.Streams.GetOrAdd(stream, name => new ShuffledBlocks(fault.Share, _seed, name)).Next())
                (drawn ??= []).Add(fault);
        }

        return drawn is null ? DrawnFaults.None : new DrawnFaults(drawn);
    }

    private sealed record Armed(IReadOnlyList<Fault> Faults)
    {
        public ConcurrentDictionary<string, ShuffledBlocks> Streams { get; } = new(StringComparer.Ordinal);
    }
}
