namespace Archera.Grains.Refresh;

/// <summary>
/// Bounds the refreshes of one silo: <see cref="RefreshOptions.Parallelism"/> hold a read in memory, the others wait
/// inside their activations, where status calls pass them by.
/// </summary>
public sealed class RefreshGate(IOptions<RefreshOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _free = new(options.Value.Parallelism);

    public async Task<Place> EnterAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        return new Place(_free);
    }

    public void Dispose() => _free.Dispose();

    /// <summary>A place in the gate, given back once.</summary>
    public sealed class Place(SemaphoreSlim free) : IDisposable
    {
        private SemaphoreSlim? _free = free;

        public void Dispose() => Interlocked.Exchange(ref _free, null)?.Release();
    }
}
