using Archera.Aws.Costs;
using Archera.Contracts.Identity;
using Archera.Contracts.Reconciliation;
using Archera.Contracts.Reports;

namespace Archera.Grains.Reports;

/// <summary>What a day's rows add up to, whatever their keys.</summary>
public static class DaySums
{
    /// <exception cref="OverflowException">A sum has more digits than can be held exactly.</exception>
    public static CostDaySums Of(DatasetName dataset, DateOnly day, CostTable table)
    {
        var metrics = Enum.GetValues<CostMetric>();
        var sums = new decimal[table.Currencies.Count, metrics.Length];
        foreach (var metric in metrics)
        {
            var amounts = table.Column(metric);
            for (var row = 0; row < table.Rows; row++)
            {
                ref var sum = ref sums[table.CurrencyOfRow[row], (int)metric];
                sum = ExactSum.Add(sum, amounts[row]);
            }
        }

        return new CostDaySums(
            dataset,
            day,
            table.Rows,
            [
                .. table.Currencies.Select((currency, place) =>
                    new CurrencySums(currency, [.. metrics.Select(metric => sums[place, (int)metric])])),
            ]);
    }
}
