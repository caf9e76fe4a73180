using Archera.Aws.Costs;
using Archera.Contracts.Identity;
using Archera.Contracts.Reconciliation;
using Archera.Contracts.Reports;
using Archera.Grains.Reports;

namespace Archera.Grains.Reconciliation;

/// <summary>Compares what the rows of a month's days add up to with AWS's own totals of the same days.</summary>
public static class MonthReconciliation
{
    /// <summary>AWS gives amounts with ten decimals: so much a row may be off by its own rounding.</summary>
    public const decimal RoundingOfARow = 0.0000000001m;

    private static readonly CostMetric[] Metrics = Enum.GetValues<CostMetric>();

    /// <param name="aws">AWS's totals; a day that is not among them is not compared.</param>
    /// <param name="ours">The stored days of every dataset.</param>
    /// <param name="before">The comparison before: a day that differed then differs since then.</param>
    /// <exception cref="OverflowException">A sum has more digits than can be held exactly.</exception>
    public static MonthCheck Compare(
        IEnumerable<CostDayTotal> aws, IEnumerable<CostDaySums> ours, MonthCheck? before, DateTimeOffset now)
    {
        var totals = aws.ToDictionary(total => total.Day);
        var compared = ours.Where(day => totals.ContainsKey(day.Day)).GroupBy(day => day.Dataset)
            .OrderBy(days => days.Key.Value, StringComparer.Ordinal)
            .Select(days => (Dataset: days.Key, Cells: days.SelectMany(day => Cells(day, totals[day.Day])).ToArray(),
                Days: days.Count()))
            .ToArray();
        return new MonthCheck(
            now,
            [.. compared.SelectMany(dataset => Sums(dataset.Dataset, dataset.Cells, dataset.Days))],
            [
                .. compared.SelectMany(dataset => dataset.Cells
                    .Where(cell => cell.Verdict == ReconciliationVerdict.Differs)
                    .Select(cell => Difference(dataset.Dataset, cell, before, now))),
            ]);
    }

    /// <summary>
    /// The days to read again: they differ, and not by what they differed by when they were last read again.
    /// </summary>
    public static ILookup<DatasetName, DateOnly> Doubtful(MonthCheck check, MonthCheck? before)
    {
        var known = before?.Differences.Select(WithoutTime).ToHashSet() ?? [];
        return check.Differences.Where(difference => !known.Contains(WithoutTime(difference)))
            .Select(difference => (difference.Dataset, difference.Day))
            .Distinct()
            .ToLookup(day => day.Dataset, day => day.Day);
    }

    private static DayDifference WithoutTime(DayDifference difference) => difference with { Since = default };

    private static IEnumerable<CheckedSum> Sums(DatasetName dataset, Cell[] cells, int days) => cells
        .GroupBy(cell => (cell.Currency, cell.Metric))
        .OrderBy(group => group.Key.Metric)
        .ThenBy(group => group.Key.Currency, StringComparer.Ordinal)
        .Select(group => new CheckedSum(
            dataset,
            group.Key.Metric,
            group.Key.Currency,
            group.Aggregate(0m, (sum, cell) => ExactSum.Add(sum, cell.Aws)),
            group.Aggregate(0m, (sum, cell) => ExactSum.Add(sum, cell.Ours)),
            days,
            group.Max(cell => cell.Verdict)));

    /// <summary>AWS's currency of a day without any cost says nothing.</summary>
    private static IEnumerable<Cell> Cells(CostDaySums day, CostDayTotal total)
    {
        var isSaid = day.Sums.IsEmpty || total.Amounts.Any(amount => amount != 0);
        var currencies = day.Sums.Select(sums => sums.Currency).Concat(isSaid ? [total.Currency] : []).Distinct();
        return from currency in currencies
               from metric in Metrics
               let ours = day.Sums.FirstOrDefault(sums => sums.Currency == currency)?.Amounts[(int)metric] ?? 0
               let aws = currency == total.Currency ? total.Amounts[(int)metric] : 0
               select new Cell(day.Day, metric, currency, aws, ours, Judge(aws, ours, day.Rows));
    }

    private static ReconciliationVerdict Judge(decimal aws, decimal ours, int rows)
    {
        var difference = Math.Abs(ExactSum.Add(aws, -ours));
        return difference == 0 ? ReconciliationVerdict.Equal
            : difference <= rows * RoundingOfARow ? ReconciliationVerdict.Rounding
            : ReconciliationVerdict.Differs;
    }

    private static DayDifference Difference(DatasetName dataset, Cell cell, MonthCheck? before, DateTimeOffset now)
    {
        var since = before?.Differences
            .FirstOrDefault(known => known.Dataset == dataset && known.Day == cell.Day)?.Since;
        return new DayDifference(dataset, cell.Day, cell.Metric, cell.Currency, cell.Aws, cell.Ours, since ?? now);
    }

    private readonly record struct Cell(
        DateOnly Day,
        CostMetric Metric,
        string Currency,
        decimal Aws,
        decimal Ours,
        ReconciliationVerdict Verdict);
}
