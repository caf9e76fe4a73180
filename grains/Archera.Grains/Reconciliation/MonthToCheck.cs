using Archera.Aws.Costs;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Contracts.Time;
using Archera.Grains.Refresh;

namespace Archera.Grains.Reconciliation;

/// <param name="Days">From the first stored day of the month to the last.</param>
public sealed record MonthToCheck(YearMonth Month, DatePeriod Days)
{
    /// <summary>
    /// The months of which a day was read since they were last compared, or that never were. Pure: a comparison that a
    /// crash or a failure prevented is due at the next refresh.
    /// </summary>
    /// <param name="only">The months that have days of it; null: all, but a back-fill's until it has ended.</param>
    public static IReadOnlyList<MonthToCheck> Due(
        RefreshBook book, IEnumerable<DatasetName> costs, DateOnly today, DatePeriod? only = null)
    {
        var oldest = CostWindow.Oldest(today);
        var backfilled = book.Backfill is { IsDone: false } backfill ? backfill.Days : default;
        return
        [
            .. costs.SelectMany(dataset => book.DaysOf(dataset))
                .Where(day => day.Key >= oldest && (only is not null || !backfilled.Contains(day.Key)))
                .GroupBy(day => YearMonth.Of(day.Key))
                .Where(month => only is null || month.Key.Days.Overlaps(only.Value))
                .Where(month => IsDue(book.Checks.GetValueOrDefault(month.Key), month.Select(day => day.Value)))
                .OrderBy(month => month.Key.Days.Start)
                .Select(month => new MonthToCheck(
                    month.Key, new DatePeriod(month.Min(day => day.Key), month.Max(day => day.Key).AddDays(1)))),
        ];
    }

    private static bool IsDue(MonthCheck? check, IEnumerable<DayCheckpoint> days) =>
        check is null || days.Any(day => day.ReadAt > check.CheckedAt);
}
