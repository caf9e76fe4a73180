using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Archera.Contracts.Identity;

/// <summary>A tenant's id: <c>t-</c> and 8 to 32 lower-case letters or digits. Also its grain key.</summary>
[GenerateSerializer, Immutable, Alias("archera.TenantId")]
public readonly record struct TenantId
{
    public const string Prefix = "t-";
    private const int MinLength = 8;
    private const int MaxLength = 32;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    private TenantId(string value) => Value = value;

    [Id(0)]
    public string Value { get; }

    public static TenantId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException("A tenant id is t- and 8 to 32 lower-case letters or digits.");

    public static bool TryParse([NotNullWhen(true)] string? text, out TenantId id)
    {
        var valid = text is not null
            && text.StartsWith(Prefix, StringComparison.Ordinal)
            && text.Length - Prefix.Length is >= MinLength and <= MaxLength
            && text.AsSpan(Prefix.Length).IndexOfAnyExcept(Allowed) < 0;
        id = valid ? new TenantId(text!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
