using Archera.Contracts.Events;
using Archera.Contracts.Identity;

namespace Archera.Client.Events;

/// <summary>What happened to a tenant's connections.</summary>
public sealed class EventsClient(IGrainFactory grains)
{
    /// <summary>At most <paramref name="limit"/> events above the number, oldest first.</summary>
    public Task<TenantEvents> ListAsync(
        TenantId tenant, long after, int limit, CancellationToken cancellationToken) =>
        grains.GetGrain<ITenantEventsGrain>(tenant.Value).ListAsync(after, limit, cancellationToken);
}
