using Archera.Contracts.Offboarding;

namespace Archera.Gateway.Receipts;

/// <param name="KeyId">The id that receipts name.</param>
/// <param name="PublicKey">The public key, ECDSA on P-256, PEM.</param>
/// <param name="CreatedAt">Since when it signs, UTC.</param>
public sealed record ReceiptKeyResource(string KeyId, string PublicKey, DateTime CreatedAt)
{
    internal static ReceiptKeyResource Of(ReceiptPublicKey key) =>
        new(key.KeyId, key.PublicKeyPem, key.CreatedAt.UtcDateTime);
}
