using System.Security.Cryptography;
using System.Text;

namespace Archera.Sandbox.Aws.Iam;

/// <summary>AWS's ids and keys: a four-letter prefix that names the kind, then upper-case letters and digits.</summary>
internal static class UniqueId
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    internal static string Role() => "AROA" + RandomNumberGenerator.GetString(Alphabet, 17);

    internal static string SessionKey() => "ASIA" + RandomNumberGenerator.GetString(Alphabet, 16);

    internal static string Secret() => RandomNumberGenerator.GetString(Base64, 40);

    /// <summary>A random (version 4) UUID.</summary>
    internal static string Request()
    {
        var bytes = RandomNumberGenerator.GetBytes(16);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes).ToString();
    }

    /// <summary>The same text for the same seed and purpose, for what must stay the same over restarts.</summary>
    internal static string Stable(int seed, string purpose, int length, bool base64 = false)
    {
        var bytes = SHA512.HashData(Encoding.UTF8.GetBytes($"{seed}:{purpose}"));
        var letters = base64 ? Base64 : Alphabet;
        return string.Concat(bytes.Take(length).Select(value => letters[value % letters.Length]));
    }
}
