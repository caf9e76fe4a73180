using System.Globalization;

namespace Archera.Contracts.Time;

/// <summary>
/// A half-open period of UTC days: <paramref name="Start"/> inclusive, <paramref name="End"/> exclusive.
/// </summary>
[GenerateSerializer, Immutable, Alias("archera.DatePeriod")]
public readonly record struct DatePeriod([property: Id(0)] DateOnly Start, [property: Id(1)] DateOnly End)
{
    public int DayCount => Math.Max(0, End.DayNumber - Start.DayNumber);

    public bool IsEmpty => DayCount == 0;

    public static DatePeriod OfDay(DateOnly day) => new(day, day.AddDays(1));

    public IEnumerable<DateOnly> Days()
    {
        for (var day = Start; day < End; day = day.AddDays(1))
            yield return day;
    }

    public bool Contains(DateOnly day) => Start <= day && day < End;

    public bool Overlaps(DatePeriod other) => Start < other.End && other.Start < End;

    /// <summary>The days that both periods hold; empty when they do not overlap.</summary>
    public DatePeriod Intersect(DatePeriod other)
    {
        var start = Start > other.Start ? Start : other.Start;
        var end = End < other.End ? End : other.End;
        return end > start ? new DatePeriod(start, end) : new DatePeriod(start, start);
    }

    /// <summary>The period cut at the borders of calendar months, in order.</summary>
    public IEnumerable<(YearMonth Month, DatePeriod Days)> ByMonth()
    {
        for (var month = YearMonth.Of(Start); month.Days.Start < End; month = month.Next())
            yield return (month, Intersect(month.Days));
    }

    /// <summary>The days, in order, as consecutive periods.</summary>
    public static IEnumerable<DatePeriod> Runs(IEnumerable<DateOnly> ordered)
    {
        DatePeriod? run = null;
        foreach (var day in ordered)
        {
            if (run is { } open && open.End == day)
            {
                run = open with { End = day.AddDays(1) };
                continue;
            }

            if (run is { } closed)
                yield return closed;
            run = DatePeriod.OfDay(day);
        }

        if (run is { } last)
            yield return last;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Start:yyyy-MM-dd}..{End:yyyy-MM-dd}");
}
