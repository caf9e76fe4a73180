using System.Globalization;
using Archera.Sandbox.Options;

namespace Archera.Sandbox.Reporting;

/// <summary>The days that a tenant's figures are shown for. The end is exclusive.</summary>
internal readonly record struct ShownPeriod(DateOnly Start, DateOnly End)
{
    /// <summary>
    /// The last full month; when it has no charges, or was not read whole, the newest month that has, as far as it was
    /// read; without any charge every day that was read.
    /// </summary>
    /// <param name="months">The first days of the months that have charges.</param>
    internal static ShownPeriod Of(HistoryWindow window, IEnumerable<DateOnly> months)
    {
        var charged = months.ToHashSet();
        var last = History.LastFullMonth(window.Today);
        if (charged.Count == 0)
            return new ShownPeriod(window.FirstDay, window.Today);
        return Clip(last >= window.FirstDay && charged.Contains(last) ? last : charged.Max(), window);
    }

    public override string ToString() => Start.Day == 1 && Start.AddMonths(1) == End
        ? Start.ToString("yyyy-MM", CultureInfo.InvariantCulture)
        : $"{Day(Start)} to {Day(End.AddDays(-1))}";

    private static ShownPeriod Clip(DateOnly month, HistoryWindow window) => new(
        month < window.FirstDay ? window.FirstDay : month,
        month.AddMonths(1) > window.Today ? window.Today : month.AddMonths(1));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
