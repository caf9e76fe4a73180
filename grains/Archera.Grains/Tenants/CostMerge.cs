using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Archera.Contracts.Identity;
using Archera.Contracts.Reports;
using Archera.Grains.Reports;

namespace Archera.Grains.Tenants;

/// <summary>Adds up the rows of several accounts' months into one answer.</summary>
public sealed class CostMerge(ImmutableArray<CostDimension> groupBy)
{
    private readonly int _payerAt = groupBy.IndexOf(CostDimension.PayerAccount);
    private readonly Dictionary<string, CostRow> _rows = new(StringComparer.Ordinal);

    public bool IsTooLarge => _rows.Count > CostQuery.MaxRows;

    public void Add(PayerAccountKey account, ImmutableArray<CostRow> rows)
    {
        foreach (var row in rows)
        {
            var keys = _payerAt < 0 ? row.Keys : row.Keys.Insert(_payerAt, account.ToString());
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, KeyOf(row, keys), out _);
            sum = sum is null
                ? row with { Keys = keys }
                : sum with
                {
                    Amount = ExactSum.Add(sum.Amount, row.Amount),
                    Estimated = sum.Estimated || row.Estimated,
                };
            if (IsTooLarge)
                return;
        }
    }

    public ImmutableArray<CostRow> Rows() => [.. _rows.Values.Order(CostRowOrder.Instance)];

    public ImmutableArray<CurrencyTotal> Totals() =>
    [
        .. _rows.Values
            .GroupBy(row => row.Currency, StringComparer.Ordinal)
            .Select(rows => new CurrencyTotal(
                rows.Aggregate(0m, (sum, row) => ExactSum.Add(sum, row.Amount)), rows.Key))
            .OrderBy(total => total.Currency, StringComparer.Ordinal),
    ];

    private static string KeyOf(CostRow row, ImmutableArray<string> keys) =>
        $"{row.Period.DayNumber}\n{row.Currency}\n{string.Join('\n', keys)}";
}
