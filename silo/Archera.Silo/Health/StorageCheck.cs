using Archera.Gateway.Health;
using Orleans.Providers;
using Orleans.Storage;

namespace Archera.Silo.Health;

/// <summary>Whether the store of grain state answers a read.</summary>
internal sealed class StorageCheck(
    [FromKeyedServices(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME)] IGrainStorage storage) : IReadinessCheck
{
    // No grain has this key: the answer is "no such record", through the whole store.
    private static readonly GrainId Nobody = GrainId.Create("readiness", "readiness:probe");

    public string Name => "storage";

    public async Task<ReadinessResult> CheckAsync(CancellationToken cancellationToken)
    {
        await storage.ReadStateAsync("readiness", Nobody, new GrainState<object>(new object()), cancellationToken);
        return ReadinessResult.Ready("grain state can be read");
    }
}
