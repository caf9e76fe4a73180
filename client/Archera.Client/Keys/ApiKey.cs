using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Archera.Client.Keys;

/// <summary>
/// An API key, written <c>arc_&lt;8-char id&gt;_&lt;32-char secret&gt;</c> of ASCII letters and digits. The id is
/// public,
/// the secret is shown once and kept as its SHA-256 only; <see cref="ToString"/> hides it.
/// </summary>
public sealed class ApiKey
{
    public const string Prefix = "arc_";
    public const int IdLength = 8;
    public const int SecretLength = 32;
    public const int TextLength = 4 + IdLength + 1 + SecretLength;

    internal const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly string _secret;

    internal ApiKey(string id, string secret) => (Id, _secret) = (id, secret);

    public string Id { get; }

    /// <summary>A new random key of 190 bits.</summary>
    public static ApiKey Generate() => new(
        RandomNumberGenerator.GetString(Alphabet, IdLength), RandomNumberGenerator.GetString(Alphabet, SecretLength));

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ApiKey? key)
    {
        key = null;
        if (text is not { Length: TextLength } || !text.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        var id = text.Substring(Prefix.Length, IdLength);
        var secret = text[^SecretLength..];
        if (text[Prefix.Length + IdLength] != '_' || !IsWord(id) || !IsWord(secret))
            return false;
        key = new ApiKey(id, secret);
        return true;
    }

    /// <summary>Whether the text has the form of a key's id.</summary>
    public static bool IsId([NotNullWhen(true)] string? text) => text is { Length: IdLength } && IsWord(text);

    /// <summary>The SHA-256 of the secret: what is stored and compared.</summary>
    public ImmutableArray<byte> SecretHash() =>
        ImmutableArray.Create(SHA256.HashData(Encoding.ASCII.GetBytes(_secret)));

    /// <summary>Whether both keys are the same, in a time that does not depend on where they differ.</summary>
    public bool FixedTimeEquals(ApiKey other) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.ASCII.GetBytes(Reveal())), SHA256.HashData(Encoding.ASCII.GetBytes(other.Reveal())));

    /// <summary>The whole key. Called only where it is handed to its owner.</summary>
    public string Reveal() => $"{Prefix}{Id}_{_secret}";

    public override string ToString() => $"{Prefix}{Id}_(secret)";

    private static bool IsWord(string text) => text.All(char.IsAsciiLetterOrDigit);
}
