using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Archera.Contracts.Time;

/// <summary>A calendar month in UTC, written <c>yyyy-MM</c>.</summary>
[GenerateSerializer, Immutable, Alias("archera.YearMonth")]
public readonly record struct YearMonth([property: Id(0)] int Year, [property: Id(1)] int Month)
{
    public DatePeriod Days => new(new DateOnly(Year, Month, 1), new DateOnly(Year, Month, 1).AddMonths(1));

    public static YearMonth Of(DateOnly day) => new(day.Year, day.Month);

    public YearMonth Next() => Of(Days.End);

    public YearMonth Previous() => Of(Days.Start.AddDays(-1));

    public static bool TryParse([NotNullWhen(true)] string? text, out YearMonth month)
    {
        var valid = DateOnly.TryParseExact(
            text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        month = valid ? Of(first) : default;
        return valid;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}
