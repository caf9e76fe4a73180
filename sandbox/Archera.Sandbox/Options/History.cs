namespace Archera.Sandbox.Options;

/// <summary>How far back the demo world is read.</summary>
internal static class History
{
    /// <summary>Two months of any length fit into it.</summary>
    internal const int MinimumDefaultDays = 62;

    /// <summary>The most days that one question to the API covers.</summary>
    internal const int MaximumDays = 400;

    /// <summary>AWS answers for this month and so many before it.</summary>
    private const int MonthsOfAws = 13;

    /// <summary>So many days that the last full month is whole, at least <see cref="MinimumDefaultDays"/>.</summary>
    internal static int DefaultDays(DateOnly today) =>
        Math.Max(MinimumDefaultDays, today.DayNumber - LastFullMonth(today).DayNumber);

    /// <summary>The default, or further back when the charges begin earlier, as far as one question reaches.</summary>
    internal static int DaysSince(DateOnly firstCharge, DateOnly today) =>
        Math.Clamp(today.DayNumber - firstCharge.DayNumber, DefaultDays(today), MaximumDays);

    /// <summary>So far back that there are charges on every day that is read, or that AWS answers for.</summary>
    internal static DateOnly FirstCharge(DateOnly today, int days)
    {
        var (read, answered) = (today.AddDays(-days), new DateOnly(today.Year, today.Month, 1).AddMonths(-MonthsOfAws));
        return read < answered ? read : answered;
    }

    /// <summary>The first day of the last full month.</summary>
    internal static DateOnly LastFullMonth(DateOnly today) => new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
}
