using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Archera.Sandbox.Aws.Iam;

/// <summary>AWS's ids and keys: a four-letter prefix that names the kind, then upper-case letters and digits.</summary>
internal static class UniqueId
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private const int AccountLetters = 8;

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

    /// <summary>How many letters of an access key are left once the account is in it.</summary>
    internal const int KeyProofLength = 8;

    /// <summary>An access key with the account in it: eight letters of five bits hold twelve digits.</summary>
    internal static string KeyOf(string accountId, string proof)
    {
        var number = long.Parse(accountId, CultureInfo.InvariantCulture);
        var letters = Enumerable.Range(0, AccountLetters).Select(place => Alphabet[(int)(number >> (5 * place)) & 31]);
        return $"AKIA{string.Concat(letters)}{proof}";
    }

    /// <summary>The account that an access key names, which only a comparison with its real key proves.</summary>
    internal static string? AccountOf(string accessKeyId)
    {
        if (accessKeyId.Length != 4 + AccountLetters + KeyProofLength)
            return null;
        var values = accessKeyId[4..(4 + AccountLetters)].Select(letter => (long)Alphabet.IndexOf(letter)).ToList();
        var number = values.Select((value, place) => value << (5 * place)).Sum();
        return values.Contains(-1) || number >= 1_000_000_000_000 ? null
            : number.ToString("D12", CultureInfo.InvariantCulture);
    }

    /// <summary>The same text for the same seed and purpose, for what must stay the same over restarts.</summary>
    internal static string Stable(int seed, string purpose, int length, bool base64 = false)
    {
        var bytes = SHA512.HashData(Encoding.UTF8.GetBytes($"{seed}:{purpose}"));
        var letters = base64 ? Base64 : Alphabet;
        return string.Concat(bytes.Take(length).Select(value => letters[value % letters.Length]));
    }
}
