namespace Archera.Silo.Custody;

/// <summary>
/// Unwrapped keys in memory, each for a limited time from the moment when it was asked for: a key that is destroyed
/// elsewhere is used for no longer than that. Beyond the limit all are dropped and read again when they are needed.
/// </summary>
internal sealed class KeyLeases(int limit, TimeSpan duration, TimeProvider time)
{
    private readonly Dictionary<KeyScope, Lease> _leases = [];
    private readonly Lock _gate = new();

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

    /// <param name="askedAt">The time stamp from before the key store was asked.</param>
    public DataKey Hold(KeyScope scope, DataKey key, long askedAt)
    {
        lock (_gate)
        {
            if (_leases.Count >= limit && !_leases.ContainsKey(scope))
                _leases.Clear();
            _leases[scope] = new Lease(key, askedAt);
        }

        return key;
    }

    public void Forget(KeyScope scope)
    {
        lock (_gate)
            _leases.Remove(scope);
    }

    private bool IsValid(long askedAt) => time.GetElapsedTime(askedAt) < duration;

    private readonly record struct Lease(DataKey Key, long AskedAt);
}
