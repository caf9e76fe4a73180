using System.Diagnostics.CodeAnalysis;

namespace Archera.Gateway.Tenants;

/// <summary>A tenant's name, as an operator may give it.</summary>
internal static class TenantName
{
    public const int MaxLength = 100;
    public const string Expected = "1 to 100 characters, without control characters and without space at either end";

    public static bool TryParse(string? text, [NotNullWhen(true)] out string name)
    {
        name = text ?? string.Empty;
        return name.Length is > 0 and <= MaxLength && name.Trim().Length == name.Length && !name.Any(char.IsControl);
    }
}
