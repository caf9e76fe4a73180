using System.Collections.Concurrent;
using Archera.ClusterTests.Storage;
using Archera.Silo.Custody;
using Archera.Silo.State;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Archera.ClusterTests.Fixture;

/// <summary>One key ring and one key store, opened by each silo as a silo of a cluster opens them.</summary>
public sealed class TestKeys : IDisposable
{
    private static readonly KeyOptions Options = new() { CacheSeconds = 1 };

    private readonly TemporaryDirectory _directory = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _watched = new();

    /// <summary>Completes when the next document of that name is written, by any silo.</summary>
    public Task NextWrite(string name) => _watched.GetOrAdd(
        name, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IGrainStorageSerializer, VersionedStateSerializer>();
        services.AddCustody(OpenAsync(TimeSpan.FromSeconds(Options.CacheSeconds)).GetAwaiter().GetResult());
    }

    public void Dispose() => _directory.Dispose();

    private Task<KeyCustody> OpenAsync(TimeSpan othersForgetAfter) => KeyCustody.OpenAsync(
        KeyRing.Open(_directory.Keys, null, null),
        new WatchedKeyStore(SqliteKeyStore.Open(_directory.KeyStore), _watched),
        Options,
        "the test's storage",
        stateHasRecords: false,
        othersForgetAfter,
        TimeProvider.System,
        CancellationToken.None);
}
