using System.Globalization;

namespace Archera.Sandbox.Aws.Control;

/// <summary>A second of UTC, or a day for its first second.</summary>
internal static class ControlInstant
{
    internal const string Expected =
        "Must be an instant in UTC, yyyy-MM-ddTHH:mm:ssZ, or a day, from 2000-01-01 to 2099-12-31.";

    internal static bool TryParse(string? text, out DateTimeOffset instant)
    {
        if (ControlDay.TryParse(text, out var day))
        {
            instant = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
            return true;
        }

        return DateTimeOffset.TryParseExact(
            text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant)
            && instant.Year is >= 2000 and <= 2099;
    }

    internal static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
