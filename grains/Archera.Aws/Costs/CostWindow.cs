using Archera.Aws.Datasets;
using Archera.Contracts.Identity;
using Archera.Contracts.Time;

namespace Archera.Aws.Costs;

/// <summary>
/// Which days of a cost dataset are read now: days that are missing or late, newest days when they are due, and months
/// that are over until AWS has finalised them. Today is never read, and nothing that is final is read unasked.
/// </summary>
public static class CostWindow
{
    /// <summary>AWS answers for this month and thirteen before it.</summary>
    public const int MonthsOfHistory = 13;

    public static IReadOnlyList<PlannedRead> Plan(
        DatasetName dataset, DatasetPlanRequest request, TimeSpan freshness, int trailingDays)
    {
        var readable = new DatePeriod(request.FirstDay, request.Today);
        var open = OpenMonths(request);
        var due = readable.Days().Where(day => IsDue(day, request, open, freshness, trailingDays));
        // A read is bounded by a month.
        var reads = DatePeriod.Runs(due).SelectMany(run => run.ByMonth());
        return [.. reads.Select(part => new PlannedRead(dataset, part.Days))];
    }

    /// <summary>The first day that AWS answers for.</summary>
    public static DateOnly Oldest(DateOnly today) => YearMonth.Of(today).Days.Start.AddMonths(-MonthsOfHistory);

    private static bool IsDue(
        DateOnly day, DatasetPlanRequest request, HashSet<YearMonth> open, TimeSpan freshness, int trailingDays)
    {
        if (!request.Days.TryGetValue(day, out var checkpoint) || request.Late.Contains(day))
            return true;
        var isOpen = open.Contains(YearMonth.Of(day));
        if (request.Everything)
            return isOpen || day >= YearMonth.Of(request.Today).Previous().Days.Start;
        if (checkpoint.ReadAt + freshness > request.Now)
            return false;
        return isOpen || day >= request.Today.AddDays(-trailingDays);
    }

    /// <summary>
    /// Months that are over and not final, however long ago: AWS finalises a month as a whole, and one estimated day
    /// keeps all of it open.
    /// </summary>
    private static HashSet<YearMonth> OpenMonths(DatasetPlanRequest request)
    {
        var over = new DatePeriod(Oldest(request.Today), YearMonth.Of(request.Today).Days.Start);
        return
        [
            .. request.Days.Where(day => day.Value.Estimated && over.Contains(day.Key))
                .Select(day => YearMonth.Of(day.Key)),
        ];
    }
}
