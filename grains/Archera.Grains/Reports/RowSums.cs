using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Archera.Aws.Costs;
using Archera.Contracts.Reports;

namespace Archera.Grains.Reports;

/// <summary>Which rows of a day a question keeps, and which group each belongs to.</summary>
/// <param name="dimensions">What the dataset's two keys are.</param>
public sealed class RowSums(CostReportQuery query, IReadOnlyList<CostDimension> dimensions)
{
    private readonly bool _byKey1 = query.GroupBy.Contains(dimensions[0]);
    private readonly bool _byKey2 = query.GroupBy.Contains(dimensions[1]);

    /// <summary>The kept rows of a day, added up by group.</summary>
    /// <remarks>Texts are met once a group: rows are told by numbers.</remarks>
    /// <exception cref="OverflowException">A sum has more digits than can be held exactly.</exception>
    public IEnumerable<(CostGroup Group, decimal Amount)> Of(DateOnly day, CostTable table) =>
        Sums(table).Select(sum => (
            GroupOf(day, table.Keys1[sum.Key.Key1], table.Keys2[sum.Key.Key2], table.Currencies[sum.Key.Currency]),
            sum.Value));

    public CostGroup GroupOf(DateOnly day, string key1, string key2, string currency) => new(
        query.Granularity == CostGranularity.Daily ? day : new DateOnly(day.Year, day.Month, 1),
        _byKey1 ? key1 : "",
        _byKey2 ? key2 : "",
        currency);

    public bool Keeps(string key1, string key2) => Keeps(dimensions[0], key1) && Keeps(dimensions[1], key2);

    /// <summary>The group's keys in the order asked for.</summary>
    public ImmutableArray<string> KeysOf(CostGroup group) =>
        [.. query.GroupBy.Select(dimension => dimension == dimensions[0] ? group.Key1 : group.Key2)];

    private Dictionary<(int Key1, int Key2, int Currency), decimal> Sums(CostTable table)
    {
        var sums = new Dictionary<(int, int, int), decimal>();
        bool[] keeps1 = [.. table.Keys1.Select(key => Keeps(dimensions[0], key))];
        bool[] keeps2 = [.. table.Keys2.Select(key => Keeps(dimensions[1], key))];
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

    private bool Keeps(CostDimension dimension, string key) =>
        query.Filters.All(filter => filter.Dimension != dimension || filter.Values.Contains(key));
}
