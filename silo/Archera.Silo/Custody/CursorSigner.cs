using System.Security.Cryptography;
using System.Text;
using Archera.Contracts.Identity;
using Archera.Grains.Custody;

namespace Archera.Silo.Custody;

/// <summary>
/// Signs with a key that is derived from the tenant's own: nothing further is stored, every silo of the installation
/// has the same key, and no tenant's cursor is another's.
/// </summary>
public sealed class CursorSigner(KeyChain keys) : ICursorSigner
{
    private static readonly byte[] Purpose = Encoding.ASCII.GetBytes("archera page cursors");

    public async ValueTask<byte[]> SignAsync(
        TenantId tenant, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var own = await keys.CurrentAsync(KeyScope.Of(tenant), cancellationToken);
        return HMACSHA256.HashData(
            HKDF.Expand(HashAlgorithmName.SHA256, own.Material.ToArray(), DataKey.Bytes, Purpose), content.Span);
    }
}
