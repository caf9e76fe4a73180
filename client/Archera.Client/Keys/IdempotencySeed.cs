using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Archera.Client.Keys;

/// <summary>
/// Makes a repeated tenant creation return the very key of the first one, although no secret is stored: the key is
/// derived (HKDF over HMAC-SHA256) from the operator's key, the idempotency key and the tenant's name. After the
/// operator's key was changed, a repeat derives another key.
/// </summary>
public sealed class IdempotencySeed(ApiKey operatorKey, string idempotencyKey)
{
    public const int MaxLength = 255;

    public string IdempotencyKey { get; } = idempotencyKey;

    /// <summary>Whether the text can be an idempotency key: 1 to 255 printable ASCII characters.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: > 0 and <= MaxLength } && text.All(character => character is >= ' ' and <= '~');

    public ApiKey Derive(string name)
    {
        // A line break can't occur in an idempotency key, so no two inputs read alike.
        var purpose = Encoding.UTF8.GetBytes($"archera first tenant key\n{IdempotencyKey}\n{name}");
        var secret = Encoding.ASCII.GetBytes(operatorKey.Reveal());
        var bytes = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, secret, (ApiKey.IdLength + ApiKey.SecretLength) * sizeof(uint), info: purpose);
        return new ApiKey(Word(bytes, 0, ApiKey.IdLength), Word(bytes, ApiKey.IdLength, ApiKey.SecretLength));
    }

    private static string Word(byte[] bytes, int first, int length) => string.Create(length, bytes, (span, source) =>
    {
        for (var index = 0; index < span.Length; index++)
        {
            var draw = BinaryPrimitives.ReadUInt32BigEndian(source.AsSpan((first + index) * sizeof(uint)));
            span[index] = ApiKey.Alphabet[(int)(draw % ApiKey.Alphabet.Length)];
        }
    });
}
