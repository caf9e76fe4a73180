using System.Globalization;
using System.Text.RegularExpressions;

namespace Archera.Aws.Datasets.Machines;

/// <summary>
/// The moment in a state transition reason, such as <c>User initiated (2026-11-20 08:01:02 GMT)</c>. AWS has no field
/// for it, and often says nothing at all.
/// </summary>
public static partial class StoppedAt
{
    public static DateTimeOffset? Read(string? reason) =>
        reason is not null
            && Moment().Match(reason) is { Success: true } match
            && DateTimeOffset.TryParseExact(
                match.Groups[1].Value,
                "yyyy-MM-dd HH:mm:ss",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var moment)
            ? moment
            : null;

    [GeneratedRegex(@"\((\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}) (?:GMT|UTC)\)\s*$", RegexOptions.None, 1_000)]
    private static partial Regex Moment();
}
