using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Archera.Gateway.Tenants;

/// <summary>A tenant's name, as an operator may give it.</summary>
internal static class TenantName
{
    public const int MaxLength = 100;
    public const string Expected =
        "1 to 100 characters, at least one of them visible, without control characters and without space at either end";

    /// <summary>Letters and symbols by category, yet drawn as nothing: Hangul fillers, the empty Braille.</summary>
    private const string Blank = "\u115F\u1160\u2800\u3164\uFFA0";

    public static bool TryParse(string? text, [NotNullWhen(true)] out string name)
    {
        name = text ?? string.Empty;
        return name.Length is > 0 and <= MaxLength
            && name.Trim().Length == name.Length
            && !name.Any(char.IsControl)
            && name.EnumerateRunes().Any(IsVisible);
    }

    /// <summary>A mark or a format character (zero-width space, joiner) alone shows nobody whose it is.</summary>
    private static bool IsVisible(Rune rune) =>
        (Rune.IsLetterOrDigit(rune) || Rune.IsNumber(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune))
        && !(rune.IsBmp && Blank.Contains((char)rune.Value));
}
