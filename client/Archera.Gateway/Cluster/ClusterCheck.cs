using Archera.Gateway.Health;

namespace Archera.Gateway.Cluster;

/// <summary>Whether a silo answers.</summary>
internal sealed class ClusterCheck(IGrainFactory grains) : IReadinessCheck
{
    public string Name => "cluster";

    public async Task<ReadinessResult> CheckAsync(CancellationToken cancellationToken)
    {
        var silos = await grains.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true, cancellationToken);
        return silos.Count == 0
            ? ReadinessResult.NotReady("no silo is active")
            : ReadinessResult.Ready($"{silos.Count} silos are active");
    }
}
