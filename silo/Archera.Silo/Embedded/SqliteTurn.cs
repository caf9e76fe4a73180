namespace Archera.Silo.Embedded;

/// <summary>
/// The right to write to SQLite, held by one writer at a time and given in the order asked. SQLite has one writer
/// anyway; without it the others poll its lock, each on a thread of its own, and the last waits seconds where it now
/// waits milliseconds (docs/adr/0003-sqlite-embedded.md).
/// </summary>
public sealed class SqliteTurn : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public async Task<T> TakeAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await write();
        }
        finally
        {
            _turn.Release();
        }
    }

    public Task TakeAsync(Func<Task> write, CancellationToken cancellationToken) => TakeAsync(
        async () =>
        {
            await write();
            return true;
        },
        cancellationToken);

    public void Dispose() => _turn.Dispose();
}
