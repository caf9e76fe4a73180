using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Archera.Grains.Storage;

namespace Archera.Silo.Custody;

/// <summary>
/// What stays of an account's destroyed keys, so that a key store restored in part does not bring one back.
/// The document is named by a keyed hash of the account: the key store names no account that has left.
/// </summary>
/// <param name="Keys">The ids of those that could be read.</param>
/// <param name="MadeBefore">Every key of the account that was made before then is destroyed: also one that could not be
/// read when it was, or said that it was another.</param>
internal sealed record DestroyedKeys(ImmutableArray<DestroyedKey> Keys, DateTimeOffset MadeBefore = default)
{
    /// <summary>An account that leaves and returns more often forgets its oldest keys' ids, not that they are gone.
    /// </summary>
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

    public DestroyedKeys With(ImmutableArray<string> ids, DateTimeOffset madeBefore, DateTimeOffset at) => new(
        [.. Keys.Concat(ids.Where(id => !Has(id)).Select(id => new DestroyedKey(id, at))).TakeLast(MaxKeys)],
        NotBefore(madeBefore));

    /// <summary>That moment, or the first at which a key may be made.</summary>
    public DateTimeOffset NotBefore(DateTimeOffset moment) => moment > MadeBefore ? moment : MadeBefore;

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    private static DamagedStateException Damaged() =>
        new("The key store's list of destroyed keys is damaged. Restore the key store.");
}
