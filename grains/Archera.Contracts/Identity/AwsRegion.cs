using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Archera.Contracts.Identity;

/// <summary>
/// The name of an AWS Region, such as <c>eu-central-1</c>. It becomes part of an address, so nothing else is one.
/// </summary>
[GenerateSerializer, Immutable, Alias("archera.AwsRegion")]
public readonly partial record struct AwsRegion
{
    /// <summary>The longest of AWS's names has 15 characters; new ones may be longer.</summary>
    public const int MaxLength = 32;

    [Id(0)]
    private readonly string? _name;

    private AwsRegion(string name) => _name = name;

    public string Name => _name ?? throw new InvalidOperationException("The default value names no Region.");

    /// <exception cref="FormatException">It is no Region's name.</exception>
    public static AwsRegion Parse(string text) => TryParse(text, out var region)
        ? region
        : throw new FormatException("A Region is written as AWS does, such as eu-central-1.");

    public static bool TryParse([NotNullWhen(true)] string? text, out AwsRegion region)
    {
        var isRegion = text is { Length: <= MaxLength } && Form().IsMatch(text);
        region = isRegion ? new AwsRegion(text!) : default;
        return isRegion;
    }

    public override string ToString() => Name;

    [GeneratedRegex(@"^[a-z]{2,4}(-[a-z]+)+-[0-9]\z")]
    private static partial Regex Form();
}
