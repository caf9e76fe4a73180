using System.Text.Json;
using Archera.Grains.Storage;

namespace Archera.Silo.Custody;

/// <summary>A receipt key as it lies in the key store.</summary>
/// <param name="Wrapped">The private key, PKCS #8, sealed by the installation's key.</param>
internal sealed record StoredReceiptKey(string Id, byte[] Wrapped, DateTimeOffset CreatedAt)
{
    /// <exception cref="DamagedStateException">It is not the JSON of a receipt key.</exception>
    public static StoredReceiptKey Read(byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize<StoredReceiptKey>(content)
                is { Id: not null, Wrapped: not null } key
                    ? key
                    : throw Damaged();
        }
        catch (JsonException)
        {
            throw Damaged();
        }
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    private static DamagedStateException Damaged() =>
        new("The key store's receipt key is damaged. Restore the key store: receipts can't be signed or checked.");
}
