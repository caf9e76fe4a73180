using System.Globalization;

namespace Archera.Gateway.Machines;

/// <summary>Hours as decimal text, to six places: 3.6 ms.</summary>
internal static class HoursText
{
    public const string Pattern = @"^[0-9]+(\.[0-9]{1,6})?$";

    public static string Of(TimeSpan time) => Math
        .Round((decimal)time.Ticks / TimeSpan.TicksPerHour, 6, MidpointRounding.AwayFromZero)
        .ToString("0.######", CultureInfo.InvariantCulture);
}
