using System.Collections.Immutable;

namespace Archera.Contracts.Tenants;

/// <summary>
/// Signs what a tenant's page cursors say, and checks it: a stateless worker. The key never leaves the silos; all of
/// them have the same one, after a restart, too. Key: the tenant id.
/// </summary>
[Alias("archera.ICursorGrain")]
public interface ICursorGrain : IGrainWithStringKey
{
    /// <summary>The signature. The same content always has the same one.</summary>
    [Alias("Sign")]
    Task<ImmutableArray<byte>> SignAsync(ImmutableArray<byte> content, CancellationToken cancellationToken);

    /// <summary>Whether the content was signed for this tenant; compared in constant time.</summary>
    [Alias("IsSigned")]
    Task<bool> IsSignedAsync(
        ImmutableArray<byte> content, ImmutableArray<byte> signature, CancellationToken cancellationToken);
}
