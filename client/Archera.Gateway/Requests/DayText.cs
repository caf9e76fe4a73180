using System.Globalization;
using Archera.Gateway.Costs;

namespace Archera.Gateway.Requests;

/// <summary>Reads days as every parameter writes them.</summary>
internal static class DayText
{
    public const string Expected = "a day written yyyy-MM-dd, from 2000-01-01 to 2100-12-31";

    public static bool TryParse(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
        && day.Year is >= CostParameters.FirstYear and <= CostParameters.LastYear;

    public static bool TryParseOptional(string? text, out DateOnly? day)
    {
        var valid = TryParse(text, out var parsed);
        day = parsed;
        return valid;
    }
}
