using System.Globalization;
using System.Text.Json;

namespace Archera.Sandbox.Aws.CostExplorer;

/// <summary>The asked days: start inclusive, end exclusive.</summary>
internal readonly record struct CostSpan(DateOnly Start, DateOnly End)
{
    /// <summary>Cost Explorer keeps the current month and thirteen before it.</summary>
    public const int MonthsOfHistory = 13;

    /// <summary>The day of the month from which the month before it is final.</summary>
    public const int FinalDay = 5;

    public static CostSpan Read(JsonElement input, DateOnly today)
    {
        var period = input.Structure("TimePeriod") ?? throw CostExplorerRefusal.Missing("timePeriod");
        var start = Date(period.Text("Start") ?? throw CostExplorerRefusal.Missing("timePeriod.start"), "Start");
        var end = Date(period.Text("End") ?? throw CostExplorerRefusal.Missing("timePeriod.end"), "End");
        if (start >= end)
            throw CostExplorerRefusal.Validation("Start date (and hour) should be before end date (and hour)");
        if (end > MonthOf(today).AddMonths(1))
            throw CostExplorerRefusal.Validation("end date past the beginning of next month");
        if (start < MonthOf(today).AddMonths(-MonthsOfHistory))
            throw CostExplorerRefusal.Validation("You haven't enabled historical data beyond 14 months.");
        return new CostSpan(start, end);
    }

    /// <summary>The open month is estimated, and the month before it until its bill is final.</summary>
    public static bool IsEstimated(DateOnly day, DateOnly today)
    {
        var open = MonthOf(today);
        return day >= (today.Day < FinalDay ? open.AddMonths(-1) : open);
    }

    /// <summary>The days, or the months clipped to the span.</summary>
    public IEnumerable<CostSpan> Periods(bool monthly)
    {
        for (var start = Start; start < End;)
        {
            var next = monthly ? MonthOf(start).AddMonths(1) : start.AddDays(1);
            var period = new CostSpan(start, next < End ? next : End);
            yield return period;
            start = period.End;
        }
    }

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly Date(string text, string member) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw CostExplorerRefusal.Validation($"{member} time {text} is invalid. Valid format is: yyyy-MM-dd.");
}
