using System.Diagnostics.CodeAnalysis;

namespace Archera.Contracts.Identity;

/// <summary>An AWS account id: always 12 digits as text, leading zeros included.</summary>
[GenerateSerializer, Immutable, Alias("archera.AwsAccountId")]
public readonly record struct AwsAccountId
{
    public const int Digits = 12;

    private AwsAccountId(string value) => Value = value;

    [Id(0)]
    public string Value { get; }

    public static AwsAccountId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("An AWS account id is 12 digits.");

    public static bool TryParse([NotNullWhen(true)] string? text, out AwsAccountId id)
    {
        var valid = text is { Length: Digits } && text.All(char.IsAsciiDigit);
        id = valid ? new AwsAccountId(text!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
