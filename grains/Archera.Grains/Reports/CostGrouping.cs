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
    private readonly Dictionary<Group, Sum> _sums = [];
    private readonly bool _byKey1 = query.GroupBy.Contains(dimensions[0]);
    private readonly bool _byKey2 = query.GroupBy.Contains(dimensions[1]);

    public bool IsFull => _sums.Count > CostQuery.MaxRows;

    public void Add(DateOnly day, CostTable table, bool estimated)
    {
        var period = query.Granularity == CostGranularity.Daily ? day : new DateOnly(day.Year, day.Month, 1);
        foreach (var ((key1, key2, currency), amount) in Sums(table))
        {
            var group = new Group(
                period,
                _byKey1 ? table.Keys1[key1] : "",
                _byKey2 ? table.Keys2[key2] : "",
                table.Currencies[currency]);
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, group, out _);
            sum = new Sum(ExactSum.Add(sum.Amount, amount), sum.Estimated || estimated);
        }
    }

    /// <summary>Ordered by period, keys, currency; at most one more than an answer may have.</summary>
    public ImmutableArray<CostRow> Rows() =>
    [
        .. _sums
            .Select(pair => new CostRow(
                pair.Key.Period, KeysOf(pair.Key), pair.Value.Amount, pair.Key.Currency, pair.Value.Estimated))
            .Order(CostRowOrder.Instance)
            .Take(CostQuery.MaxRows + 1),
    ];

    private Dictionary<(int Key1, int Key2, int Currency), decimal> Sums(CostTable table)
    {
        var sums = new Dictionary<(int, int, int), decimal>();
        var keeps1 = Keeps(dimensions[0], table.Keys1);
        var keeps2 = Keeps(dimensions[1], table.Keys2);
        var keys1 = table.Key1OfRow;
        var keys2 = table.Key2OfRow;
        var currencies = table.CurrencyOfRow;
        var amounts = table.Column(query.Metric);
        for (var row = 0; row < table.Rows; row++)
        {
            if (!keeps1[keys1[row]] || !keeps2[keys2[row]])
                continue;
            var key = (_byKey1 ? keys1[row] : 0, _byKey2 ? keys2[row] : 0, currencies[row]);
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _);
            sum = ExactSum.Add(sum, amounts[row]);
        }

        return sums;
    }

    private bool[] Keeps(CostDimension dimension, IReadOnlyList<string> keys)
    {
        var filters = query.Filters.Where(filter => filter.Dimension == dimension).ToArray();
        return [.. keys.Select(key => Array.TrueForAll(filters, filter => filter.Values.Contains(key)))];
    }

    private ImmutableArray<string> KeysOf(Group group) =>
        [.. query.GroupBy.Select(dimension => dimension == dimensions[0] ? group.Key1 : group.Key2)];

    private readonly record struct Group(DateOnly Period, string Key1, string Key2, string Currency);

    private readonly record struct Sum(decimal Amount, bool Estimated);
}
