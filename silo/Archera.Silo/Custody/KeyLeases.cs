namespace Archera.Silo.Custody;

/// <summary>
/// Unwrapped keys in memory, each for a limited time from the moment when it was asked for: a key that is destroyed
/// elsewhere is used for no longer than that. Beyond the limit all are dropped and read again when they are needed.
/// </summary>
public sealed class KeyLeases(int limit, TimeSpan duration, TimeProvider time)
{
    private readonly Dictionary<KeyScope, Lease> _leases = [];
    private readonly Lock _gate = new();
    private long _forgotten;

    public int Count
    {
        get
        {
            lock (_gate)
                return _leases.Count;
        }
    }

    public DataKey? Find(KeyScope scope)
    {
        lock (_gate)
            return _leases.TryGetValue(scope, out var lease) && IsValid(lease.AskedAt) ? lease.Key : null;
    }

    /// <summary>To be called before the key store is asked for what is then held.</summary>
    public KeyAsking Ask()
    {
        lock (_gate)
            return new KeyAsking(time.GetTimestamp(), _forgotten);
    }

    /// <summary>Holds the key, unless one was forgotten since the store was asked: it may be this one.</summary>
    public DataKey Hold(KeyScope scope, DataKey key, KeyAsking asking)
    {
        lock (_gate)
        {
            if (asking.Forgotten != _forgotten)
                return key;
            if (_leases.Count >= limit && !_leases.ContainsKey(scope))
                _leases.Clear();
            _leases[scope] = new Lease(key, asking.At);
        }

        return key;
    }

    public void Forget(KeyScope scope)
    {
        lock (_gate)
        {
            _leases.Remove(scope);
            _forgotten++;
        }
    }

    private bool IsValid(long askedAt) => time.GetElapsedTime(askedAt) < duration;

    private readonly record struct Lease(DataKey Key, long AskedAt);
}
