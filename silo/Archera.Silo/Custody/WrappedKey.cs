using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Archera.Grains.Storage;

namespace Archera.Silo.Custody;

/// <summary>A key as it lies in the key store: JSON, so that an operator can see what is there.</summary>
/// <param name="Id">The key's id.</param>
/// <param name="WrappedBy">The scope whose key wraps it; null is the key ring.</param>
/// <param name="Wrapped">The key itself, sealed.</param>
/// <param name="CreatedAt">When it was made, by the real clock.</param>
/// <param name="Retired">The key before it, which still opens what it sealed; null when there is none.</param>
internal sealed record WrappedKey(
    string Id, string? WrappedBy, byte[] Wrapped, DateTimeOffset CreatedAt, WrappedKey? Retired = null)
{
    /// <summary>Of both keys, the older one first.</summary>
    [JsonIgnore]
    public ImmutableArray<string> Ids => Retired is { } retired ? [retired.Id, Id] : [Id];

    /// <exception cref="DamagedStateException">It is not the JSON of a wrapped key.</exception>
    public static WrappedKey Read(string document, byte[] content) => TryRead(content)
        ?? throw new DamagedStateException(
            $"The key store's {document} is not a wrapped key. Restore the key store.");

    /// <summary>Null when it is not the JSON of a wrapped key.</summary>
    public static WrappedKey? TryRead(byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize<WrappedKey>(content)
                is { Id.Length: 2 * KeyId.Bytes, Wrapped: not null } key
                && key.Id.All(char.IsAsciiHexDigit)
                    ? key
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);
}
