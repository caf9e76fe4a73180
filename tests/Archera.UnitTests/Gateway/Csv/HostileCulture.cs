using System.Globalization;

namespace Archera.UnitTests.Gateway.Csv;

/// <summary>
/// A language with a decimal comma, another minus sign and its own dates, and a place far from Greenwich, for a test.
/// The product runs with invariant globalization, so no such culture has a name; this one is made by hand.
/// </summary>
internal sealed class HostileCulture : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;
    private readonly string? _zoneBefore = Environment.GetEnvironmentVariable("TZ");

    public HostileCulture(string zone)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "−";
        culture.DateTimeFormat.DateSeparator = ".";
        culture.DateTimeFormat.TimeSeparator = ".";
        culture.DateTimeFormat.ShortDatePattern = "d. M. yy";
        CultureInfo.CurrentCulture = culture;
        MoveTo(zone);
    }

    public void Dispose()
    {
        CultureInfo.CurrentCulture = _before;
        MoveTo(_zoneBefore);
    }

    private static void MoveTo(string? zone)
    {
        Environment.SetEnvironmentVariable("TZ", zone);
        TimeZoneInfo.ClearCachedData();
    }
}
