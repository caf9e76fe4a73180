using System.Security.Cryptography;

namespace Archera.Grains.Offboarding;

/// <summary>Makes receipt ids: <c>rcp-</c> and 20 random letters or digits.</summary>
public static class ReceiptIds
{
    public const string Prefix = "rcp-";

    private const int RandomCharacters = 20;

    public static string Next() =>
        Prefix + RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", RandomCharacters);
}
