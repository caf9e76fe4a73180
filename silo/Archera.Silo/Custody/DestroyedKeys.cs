using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Archera.Grains.Storage;

namespace Archera.Silo.Custody;

/// <summary>
/// What stays of an account's destroyed keys: their ids, so that a key store restored in part does not bring one back.
/// The document is named by a keyed hash of the account: the key store names no account that has left.
/// </summary>
internal sealed record DestroyedKeys(ImmutableArray<DestroyedKey> Keys)
{
    /// <summary>An account that leaves and returns more often than that forgets its oldest keys' ids.</summary>
    public const int MaxKeys = 100;

    private const string Purpose = "archera names of destroyed keys";

    public static DestroyedKeys None { get; } = new([]);

    public static string DocumentOf(KeyScope scope, DataKey installation)
    {
        var key = new byte[DataKey.Bytes];
        HKDF.Expand(HashAlgorithmName.SHA256, installation.Material, key, Encoding.ASCII.GetBytes(Purpose));
        return "destroyed/" + Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(scope.Name)));
    }

    public static DestroyedKeys Read(KeyDocument? document)
    {
        if (document is null)
            return None;
        try
        {
            return JsonSerializer.Deserialize<DestroyedKeys>(document.Content) is { Keys.IsDefault: false } keys
                ? keys
                : throw Damaged();
        }
        catch (JsonException)
        {
            throw Damaged();
        }
    }

    public bool Has(string id) => Keys.Any(key => key.Id == id);

    public DestroyedKeys With(string id, DateTimeOffset at) =>
        Has(id) ? this : new([.. Keys.TakeLast(MaxKeys - 1), new DestroyedKey(id, at)]);

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    private static DamagedStateException Damaged() =>
        new("The key store's list of destroyed keys is damaged. Restore the key store.");
}
