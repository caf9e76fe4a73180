using Archera.Contracts.Identity;

namespace Archera.Grains.Custody;

/// <summary>
/// Signs page cursors with a key of the tenant's: HMAC on SHA-256. Throws <see cref="KeysUnavailableException"/> when
/// the key store does not answer.
/// </summary>
public interface ICursorSigner
{
    ValueTask<byte[]> SignAsync(TenantId tenant, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}
