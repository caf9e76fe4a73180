using Archera.Gateway.Health;

namespace Archera.Silo.Health;

/// <summary>
/// Whether this silo is an active member of its cluster; while it joins or leaves it takes no traffic.
/// </summary>
internal sealed class MembershipCheck(ISiloStatusOracle silos) : IReadinessCheck
{
    public string Name => "membership";

    public Task<ReadinessResult> CheckAsync(CancellationToken cancellationToken)
    {
        var active = silos.GetApproximateSiloStatuses(onlyActive: true).Count;
        return Task.FromResult(silos.CurrentStatus == SiloStatus.Active
            ? ReadinessResult.Ready($"active, {active} in all")
            : ReadinessResult.NotReady($"this silo is {silos.CurrentStatus}"));
    }
}
