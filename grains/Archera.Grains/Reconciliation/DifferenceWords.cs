using System.Globalization;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Archera.Grains.Refresh;

namespace Archera.Grains.Reconciliation;

/// <summary>What a report says of days whose rows do not add up to AWS's own totals.</summary>
public static class DifferenceWords
{
    /// <summary>One a run of days, with its largest difference in words.</summary>
    public static IEnumerable<LateRead> Of(IEnumerable<DayDifference> differences, DateTimeOffset nextTryAt)
    {
        var byDay = differences.ToLookup(difference => difference.Day);
        foreach (var run in DatePeriod.Runs(byDay.Select(day => day.Key).Order()))
        {
            var all = run.Days().SelectMany(day => byDay[day]).ToArray();
            var most = all.MaxBy(difference => Math.Abs(difference.Aws - difference.Ours))!;
            yield return new LateRead(
                run, all.Min(difference => difference.Since), LateReason.Differs, Words(most), nextTryAt);
        }
    }

    private static string Words(DayDifference most) => string.Create(
        CultureInfo.InvariantCulture,
        $"AWS's own total of {most.Day:yyyy-MM-dd} is {most.Aws} {most.Currency} ({most.Metric}), its rows add up to "
        + $"{most.Ours}: {most.Aws - most.Ours} is not attributed. AWS leaves charges out of its rows for days at "
        + $"times; it is compared again whenever the month is read.");
}
