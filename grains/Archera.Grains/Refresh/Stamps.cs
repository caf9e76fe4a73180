using Archera.Contracts.Refresh;

namespace Archera.Grains.Refresh;

/// <summary>Numbers the reads of one activation within its epoch.</summary>
public sealed class Stamps(long epoch)
{
    private long _last;

    /// <summary>
    /// The epoch after the stored one. It is never below the clock, so that an account whose record was lost or put
    /// back from a backup still outranks what reports hold of it.
    /// </summary>
    public static long NextEpoch(long stored, DateTimeOffset now) => Math.Max(stored + 1, now.ToUnixTimeSeconds());

    public ReadStamp Next() => new(epoch, ++_last);
}
