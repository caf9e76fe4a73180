using System.Globalization;

namespace Archera.Sandbox.Aws.Control;

internal static class ControlDay
{
    internal const string Expected = "Must be a day: yyyy-MM-dd, from 2000-01-01 to 2099-12-31.";

    internal static bool TryParse(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
        && day.Year is >= 2000 and <= 2099;
}
