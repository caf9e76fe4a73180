using System.Collections.Concurrent;

namespace Archera.Sandbox.Aws.Sts;

/// <summary>The running sessions. They live in memory: a restart ends them all.</summary>
public sealed class SessionStore
{
    /// <summary>How long an expired session is still answered with ExpiredToken before its key is unknown.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(36);

    /// <summary>How many are issued between two sweeps of forgotten ones.</summary>
    private const int SweepEvery = 1_000;

    private readonly ConcurrentDictionary<string, RoleSession> _sessions = new(StringComparer.Ordinal);
    private int _issued;

    public int Count => _sessions.Count;

    public RoleSession? Find(string accessKeyId) => _sessions.GetValueOrDefault(accessKeyId);

    /// <summary>
    /// Ends the sessions of the account's roles, or of all, as if their time were over. Returns how many.
    /// </summary>
    public int Expire(string? account = null)
    {
        var ended = 0;
        foreach (var (key, session) in _sessions)
        {
            if (account is not null && session.AccountId != account)
                continue;
            _sessions[key] = session with { ExpiresAt = session.IssuedAt };
            ended++;
        }

        return ended;
    }

    internal void Add(RoleSession session, DateTimeOffset now)
    {
        _sessions[session.AccessKeyId] = session;
        if (Interlocked.Increment(ref _issued) % SweepEvery != 0)
            return;
        foreach (var (key, _) in _sessions.Where(pair => pair.Value.ExpiresAt + Remembered < now))
            _sessions.TryRemove(key, out _);
    }
}
