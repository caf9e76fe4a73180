using System.Globalization;
using System.Text.RegularExpressions;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>Collects what is wrong with a request's fields and says it as AWS's validator does.</summary>
internal sealed class FieldChecks
{
    private readonly List<string> _found = [];

    internal AwsError? Error => _found.Count == 0 ? null : new AwsError(
        400,
        "ValidationError",
        string.Create(
            CultureInfo.InvariantCulture, $"{_found.Count} validation error{(_found.Count == 1 ? "" : "s")} detected: ")
        + string.Join("; ", _found));

    internal void Required(string? value, string field)
    {
        if (value is null)
            _found.Add($"Value null at '{field}' failed to satisfy constraint: Member must not be null");
    }

    /// <summary>Lengths count Unicode scalars, as AWS counts them.</summary>
    internal void Text(string? value, string field, int min, int max, Regex? pattern = null)
    {
        if (value is null)
            return;
        var length = value.EnumerateRunes().Count();
        if (length < min)
            Add(value, field, $"Member must have length greater than or equal to {min}");
        if (length > max)
            Add(value, field, $"Member must have length less than or equal to {max}");
        if (pattern is not null && !pattern.IsMatch(value))
            Add(value, field, $"Member must satisfy regular expression pattern: {pattern.ToString()[2..^2]}");
    }

    internal void Number(int? value, string field, int min, int max)
    {
        if (value < min)
            Add(Text(value), field, $"Member must have value greater than or equal to {min}");
        if (value > max)
            Add(Text(value), field, $"Member must have value less than or equal to {max}");
    }

    internal void Count(int count, string field, int max)
    {
        if (count > max)
            Add($"[{count} members]", field, $"Member must have length less than or equal to {max}");
    }

    private void Add(string value, string field, string constraint) =>
        _found.Add($"Value '{value}' at '{field}' failed to satisfy constraint: {constraint}");

    private static string Text(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "null";
}
