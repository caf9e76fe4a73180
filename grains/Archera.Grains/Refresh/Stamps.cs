using Archera.Contracts.Refresh;

namespace Archera.Grains.Refresh;

/// <summary>Numbers the reads of one activation within its epoch.</summary>
public sealed class Stamps(long epoch)
{
    private long _last;

    public ReadStamp Next() => new(epoch, ++_last);
}
