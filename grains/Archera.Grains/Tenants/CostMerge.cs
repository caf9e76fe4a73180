using System.Collections.Immutable;
using Archera.Contracts;
using Archera.Contracts.Reports;
using Archera.Grains.Reports;

namespace Archera.Grains.Tenants;

/// <summary>Adds up the rows of several accounts' months into one answer, or says why there is none.</summary>
public sealed class CostMerge(ImmutableArray<CostDimension> groupBy)
{
    private readonly MergedRows<CostRow> _rows = new(
        groupBy,
        row => (row.Period, row.Currency, row.Keys),
        (row, keys) => row with { Keys = keys },
        (sum, row) => sum with
        {
            Amount = ExactSum.Add(sum.Amount, row.Amount),
            Estimated = sum.Estimated || row.Estimated,
        });

    /// <summary>Why there is no answer, whatever is added; null so far.</summary>
    public Refusal? Refusal => _rows.Refusal;

    public void Add(AccountAnswer answer) => _rows.Add(answer, answer.Rows);

    public Answer<CostReport> ToReport(Completeness completeness, ImmutableArray<CostCaveat> caveats) => _rows.To(
        () => new CostReport(Totals(), [.. _rows.All.Order(CostRowOrder.Instance)], completeness, caveats));

    private ImmutableArray<CurrencyTotal> Totals() =>
    [
        .. _rows.All
            .GroupBy(row => row.Currency, StringComparer.Ordinal)
            .Select(rows => new CurrencyTotal(
                rows.Aggregate(0m, (sum, row) => ExactSum.Add(sum, row.Amount)), rows.Key))
            .OrderBy(total => total.Currency, StringComparer.Ordinal),
    ];
}
