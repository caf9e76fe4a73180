using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Archera.Aws.Costs;
using Archera.Contracts.Reports;

namespace Archera.Grains.Reports;

/// <summary>Adds up the rows of days at two moments, and notes of each group when and why it changed.</summary>
/// <param name="dimensions">What the dataset's two keys are.</param>
public sealed class ChangeGrouping(CostReportQuery query, IReadOnlyList<CostDimension> dimensions)
{
    private readonly Dictionary<CostGroup, Sums> _sums = [];
    private readonly RowSums _rows = new(query, dimensions);

    public bool IsFull => _sums.Count > CostQuery.MaxRows;

    /// <summary>A day as it stood at both moments; no table: it counts nothing.</summary>
    public void Add(DateOnly day, CostTable? before, CostTable? after)
    {
        foreach (var (group, amount) in before is null ? [] : _rows.Of(day, before))
        {
            ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, group, out _);
            sums = sums with { From = ExactSum.Add(sums.From ?? 0, amount) };
        }

        foreach (var (group, amount) in after is null ? [] : _rows.Of(day, after))
        {
            ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, group, out _);
            sums = sums with { To = ExactSum.Add(sums.To ?? 0, amount) };
        }
    }

    public bool Keeps(ChangedRow row) => _rows.Keeps(row.Key1, row.Key2);

    /// <param name="at">When; null when nothing of the day itself changed.</param>
    public void Note(DateOnly day, ChangedRow row, DateTimeOffset? at, ChangeCauses causes)
    {
        ref var sums = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _sums, _rows.GroupOf(day, row.Key1, row.Key2, row.Currency), out _);
        sums = sums with
        {
            ChangedAt = sums.ChangedAt is null || at > sums.ChangedAt ? at ?? sums.ChangedAt : sums.ChangedAt,
            Causes = sums.Causes | causes,
        };
    }

    /// <summary>Every group, changed or not; at most one more than an answer may have.</summary>
    public ImmutableArray<CostChange> Rows() =>
    [
        .. _sums.Take(CostQuery.MaxRows + 1).Select(pair => new CostChange(
            pair.Key.Period,
            _rows.KeysOf(pair.Key),
            pair.Value.From,
            pair.Value.To,
            pair.Key.Currency,
            pair.Value.ChangedAt,
            pair.Value.Causes)),
    ];

    private readonly record struct Sums(decimal? From, decimal? To, DateTimeOffset? ChangedAt, ChangeCauses Causes);
}
