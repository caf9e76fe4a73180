namespace Archera.Grains.Refresh;

/// <summary>
/// So many work at the same time; the others wait inside their activations, where calls pass them by.
/// </summary>
public abstract class Gate(int places) : IDisposable
{
    private readonly SemaphoreSlim _free = new(places);

    public async Task<Place> EnterAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        return new Place(_free);
    }

    public void Dispose()
    {
        _free.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A place in the gate, given back once.</summary>
    public sealed class Place(SemaphoreSlim free) : IDisposable
    {
        private SemaphoreSlim? _free = free;

        public void Dispose() => Interlocked.Exchange(ref _free, null)?.Release();
    }
}
