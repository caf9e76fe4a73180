using System.Collections.Immutable;
using System.Security.Cryptography;
using Archera.Contracts.Identity;
using Archera.Contracts.Tenants;
using Archera.Grains.Custody;
using Orleans.Concurrency;

namespace Archera.Grains.Tenants;

/// <summary>Signs a tenant's page cursors.</summary>
[StatelessWorker]
public sealed class CursorGrain(ICursorSigner signer) : Grain, ICursorGrain
{
    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());

    public async Task<ImmutableArray<byte>> SignAsync(
        ImmutableArray<byte> content, CancellationToken cancellationToken) =>
        [.. await signer.SignAsync(Tenant, content.AsMemory(), cancellationToken)];

    public async Task<bool> IsSignedAsync(
        ImmutableArray<byte> content, ImmutableArray<byte> signature, CancellationToken cancellationToken)
    {
        var expected = await signer.SignAsync(Tenant, content.AsMemory(), cancellationToken);
        return CryptographicOperations.FixedTimeEquals(signature.AsSpan(), expected);
    }
}
