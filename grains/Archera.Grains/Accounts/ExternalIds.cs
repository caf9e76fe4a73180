using System.Security.Cryptography;
using Archera.Contracts.Identity;

namespace Archera.Grains.Accounts;

/// <summary>
/// Issues external ids: 32 random characters of 62 are 190 bits, in the charset that AWS allows, and of one length, so
/// that none is another's beginning.
/// </summary>
public static class ExternalIds
{
    public const string Prefix = "arc-";
    public const int RandomCharacters = 32;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static ExternalId Issue() => new(Prefix + RandomNumberGenerator.GetString(Alphabet, RandomCharacters));
}
