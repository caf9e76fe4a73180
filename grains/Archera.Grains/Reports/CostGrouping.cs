using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Archera.Aws.Costs;
using Archera.Contracts.Reports;

namespace Archera.Grains.Reports;

/// <summary>
/// Adds up the rows of days by the query's grouping. It stops once there are more groups than an answer may have.
/// </summary>
/// <param name="dimensions">What the dataset's two keys are.</param>
public sealed class CostGrouping(CostReportQuery query, IReadOnlyList<CostDimension> dimensions)
{
    private readonly Dictionary<CostGroup, Sum> _sums = [];
    private readonly RowSums _rows = new(query, dimensions);

    public bool IsFull => _sums.Count > CostQuery.MaxRows;

    public void Add(DateOnly day, CostTable table, bool estimated)
    {
        foreach (var (group, amount) in _rows.Of(day, table))
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, group, out _);
            sum = new Sum(ExactSum.Add(sum.Amount, amount), sum.Estimated || estimated);
        }
    }

    /// <summary>Ordered by period, keys, currency; at most one more than an answer may have.</summary>
    public ImmutableArray<CostRow> Rows() =>
    [
        .. _sums
            .Select(pair => new CostRow(
                pair.Key.Period, _rows.KeysOf(pair.Key), pair.Value.Amount, pair.Key.Currency, pair.Value.Estimated))
            .Order(CostRowOrder.Instance)
            .Take(CostQuery.MaxRows + 1),
    ];

    private readonly record struct Sum(decimal Amount, bool Estimated);
}
