using Archera.Aws.Datasets;
using Archera.Contracts.Identity;
using Archera.Contracts.Time;

namespace Archera.Aws.Costs;

/// <summary>
/// Which days of a cost dataset are read now: days that are missing or late, newest days when they are due, and the
/// previous month until AWS has finalised it. Today is never read, and nothing older is read unasked.
/// </summary>
public static class CostWindow
{
    public static IReadOnlyList<PlannedRead> Plan(
        DatasetName dataset, DatasetPlanRequest request, TimeSpan freshness, int trailingDays)
    {
        var readable = new DatePeriod(request.FirstDay, request.Today);
        var due = readable.Days().Where(day => IsDue(day, request, freshness, trailingDays));
        // A read is bounded by a month.
        var reads = DatePeriod.Runs(due).SelectMany(run => run.ByMonth());
        return [.. reads.Select(part => new PlannedRead(dataset, part.Days))];
    }

    private static bool IsDue(DateOnly day, DatasetPlanRequest request, TimeSpan freshness, int trailingDays)
    {
        if (!request.Days.TryGetValue(day, out var checkpoint) || request.Late.Contains(day))
            return true;
        var previousMonth = YearMonth.Of(request.Today).Previous();
        if (request.Everything)
            return day >= previousMonth.Days.Start;
        if (checkpoint.ReadAt + freshness > request.Now)
            return false;
        return day >= request.Today.AddDays(-trailingDays)
            || (previousMonth.Days.Contains(day) && IsOpen(previousMonth, request));
    }

    /// <summary>AWS finalises a month as a whole: one estimated day keeps all of it open.</summary>
    private static bool IsOpen(YearMonth month, DatasetPlanRequest request) =>
        month.Days.Days().Any(day => request.Days.TryGetValue(day, out var checkpoint) && checkpoint.Estimated);
}
