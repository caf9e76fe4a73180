using System.Collections.Concurrent;
using Archera.Silo.Custody;

namespace Archera.ClusterTests.Fixture;

/// <summary>The silos' key store, which signals what was written.</summary>
public sealed class WatchedKeyStore(IKeyStore inner, ConcurrentDictionary<string, TaskCompletionSource> watched)
    : IKeyStore, IDisposable
{
    public string Place => inner.Place;

    public Task<KeyDocument?> ReadAsync(string name, CancellationToken cancellationToken) =>
        inner.ReadAsync(name, cancellationToken);

    public async Task<bool> TryWriteAsync(
        string name, ReadOnlyMemory<byte> content, string? version, CancellationToken cancellationToken)
    {
        var isWritten = await inner.TryWriteAsync(name, content, version, cancellationToken);
        if (isWritten && watched.TryRemove(name, out var signal))
            signal.SetResult();
        return isWritten;
    }

    public Task<bool> TryDeleteAsync(string name, string version, CancellationToken cancellationToken) =>
        inner.TryDeleteAsync(name, version, cancellationToken);

    public void Dispose() => (inner as IDisposable)?.Dispose();
}
