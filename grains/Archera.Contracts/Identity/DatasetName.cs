using System.Diagnostics.CodeAnalysis;

namespace Archera.Contracts.Identity;

/// <summary>The name of a dataset, such as <c>CostByServiceAndAccount</c>: 1 to 64 letters or digits.</summary>
[GenerateSerializer, Immutable, Alias("archera.DatasetName")]
public readonly record struct DatasetName
{
    private const int MaxLength = 64;

    private DatasetName(string value) => Value = value;

    [Id(0)]
    public string Value { get; }

    public static DatasetName Parse(string text) => TryParse(text, out var name)
        ? name
        : throw new FormatException("A dataset name is 1 to 64 letters or digits.");

    public static bool TryParse([NotNullWhen(true)] string? text, out DatasetName name)
    {
        var valid = text is { Length: > 0 and <= MaxLength } && text.All(char.IsAsciiLetterOrDigit);
        name = valid ? new DatasetName(text!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
