using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Tenants;

namespace Archera.Client.Tenants;

/// <summary>Signs a tenant's page cursors and checks them; the key stays in the silos.</summary>
public sealed class CursorsClient(IGrainFactory grains)
{
    public Task<ImmutableArray<byte>> SignAsync(
        TenantId tenant, ImmutableArray<byte> content, CancellationToken cancellationToken) =>
        grains.GetGrain<ICursorGrain>(tenant.Value).SignAsync(content, cancellationToken);

    public Task<bool> IsSignedAsync(
        TenantId tenant,
        ImmutableArray<byte> content,
        ImmutableArray<byte> signature,
        CancellationToken cancellationToken) =>
        grains.GetGrain<ICursorGrain>(tenant.Value).IsSignedAsync(content, signature, cancellationToken);
}
