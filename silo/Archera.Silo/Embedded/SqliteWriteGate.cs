using Orleans.Storage;

namespace Archera.Silo.Embedded;

/// <summary>
/// Lets one write at a time reach SQLite, in the order they came. SQLite has one writer anyway; without the gate the
/// others poll its lock and the last waits a second where it now waits milliseconds (docs/adr/0003-sqlite-embedded.md).
/// </summary>
public sealed class SqliteWriteGate(IGrainStorage inner) : IGrainStorage, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        inner.ReadStateAsync(stateName, grainId, grainState);

    public Task ReadStateAsync<T>(
        string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
        inner.ReadStateAsync(stateName, grainId, grainState, cancellationToken);

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        WriteStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public Task WriteStateAsync<T>(
        string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
        InTurn(() => inner.WriteStateAsync(stateName, grainId, grainState, cancellationToken), cancellationToken);

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ClearStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public Task ClearStateAsync<T>(
        string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken) =>
        InTurn(() => inner.ClearStateAsync(stateName, grainId, grainState, cancellationToken), cancellationToken);

    public void Dispose() => _turn.Dispose();

    private async Task InTurn(Func<Task> write, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await write();
        }
        finally
        {
            _turn.Release();
        }
    }
}
