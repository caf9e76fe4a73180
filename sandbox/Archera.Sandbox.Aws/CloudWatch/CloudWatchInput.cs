using System.Globalization;
using System.Text.Json;

namespace Archera.Sandbox.Aws.CloudWatch;

/// <summary>Reads members of an input of known shape, and collects what is wrong in CloudWatch's words.</summary>
internal sealed class CloudWatchInput
{
    private readonly List<string> _problems = [];

    internal bool IsGood => _problems.Count == 0;

    /// <summary>AWS names everything that is wrong, line by line.</summary>
    internal string Problems => string.Join('\n', _problems);

    internal void Wrong(string problem) => _problems.Add(problem);

    internal static JsonElement? Member(JsonElement? structure, string name) =>
        structure?.TryGetProperty(name, out var value) == true && value.ValueKind != JsonValueKind.Null ? value : null;

    internal static string? Text(JsonElement? structure, string name) => Member(structure, name)?.GetString();

    internal static IReadOnlyList<JsonElement> Items(JsonElement? structure, string name) =>
        Member(structure, name) is { } list ? [.. list.EnumerateArray()] : [];

    /// <summary>Whole seconds since 1970, rounded down.</summary>
    internal long? Instant(JsonElement structure, string name)
    {
        if (Member(structure, name) is not { } value)
        {
            Wrong($"The parameter {name} is required.");
            return null;
        }

        var seconds = Math.Floor(value.GetDouble());
        if (seconds is >= 0 and <= 253_402_300_799)
            return (long)seconds;
        Wrong($"The value for parameter {name} is no instant from 1970 to 9999.");
        return null;
    }

    internal string Required(JsonElement? structure, string name, string path, int maxLength)
    {
        var text = Text(structure, name);
        if (string.IsNullOrEmpty(text))
            Wrong($"The parameter {path}.{name} is required.");
        else if (text.Length > maxLength)
            Wrong($"The parameter {path}.{name} must not be longer than {Number(maxLength)} characters.");
        return text ?? "";
    }

    internal void OneOf(string? value, string path, IReadOnlyCollection<string> values)
    {
        if (value is not null && !values.Contains(value))
            Wrong($"The parameter {path} must be a value in the set [ {string.Join(", ", values)} ].");
    }

    internal static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
