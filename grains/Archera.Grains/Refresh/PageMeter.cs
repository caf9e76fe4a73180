using Archera.Aws.Datasets;

namespace Archera.Grains.Refresh;

/// <summary>
/// How many rows AWS puts on a page, from what this silo read of all its accounts: that is AWS's own measure, and
/// nothing of any account is told by it. Safe for concurrent use.
/// </summary>
public sealed class PageMeter
{
    private readonly Lock _gate = new();
    private ReadSizes _sizes;

    public ReadSizes Sizes
    {
        get
        {
            lock (_gate)
                return _sizes;
        }
    }

    public void Add(PageSizes read)
    {
        lock (_gate)
            _sizes = _sizes.Add(read);
    }
}
