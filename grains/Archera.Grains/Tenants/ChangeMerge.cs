using System.Collections.Immutable;
using Archera.Contracts;
using Archera.Contracts.Reports;
using Archera.Grains.Reports;

namespace Archera.Grains.Tenants;

/// <summary>
/// Adds up the sums of several accounts' months at two moments, keeps what differs, or says why there is no answer.
/// </summary>
public sealed class ChangeMerge(ImmutableArray<CostDimension> groupBy)
{
    private readonly MergedRows<CostChange> _rows = new(
        groupBy,
        row => (row.Period, row.Currency, row.Keys),
        (row, keys) => row with { Keys = keys },
        (sum, row) => sum with
        {
            From = Sum(sum.From, row.From),
            To = Sum(sum.To, row.To),
            ChangedAt = sum.ChangedAt is null || row.ChangedAt > sum.ChangedAt
                ? row.ChangedAt ?? sum.ChangedAt
                : sum.ChangedAt,
            Causes = sum.Causes | row.Causes,
        });

    /// <summary>Why there is no answer, whatever is added; null so far.</summary>
    public Refusal? Refusal => _rows.Refusal;

    public void Add(AccountAnswer answer) => _rows.Add(answer, answer.Changes);

    public Answer<CostChanges> ToChanges(Completeness completeness, ImmutableArray<CostCaveat> caveats) => _rows.To(
        () => new CostChanges(Totals(), [.. Differing().Select(Exact)], completeness, caveats));

    private IEnumerable<CostChange> Differing() => _rows.All
        .Where(row => row.From != row.To)
        .OrderBy(row => new CostRow(row.Period, row.Keys, 0, row.Currency, false), CostRowOrder.Instance);

    private ImmutableArray<ChangedTotal> Totals() =>
    [
        .. _rows.All
            .GroupBy(row => row.Currency, StringComparer.Ordinal)
            .Select(rows => new ChangedTotal(
                rows.Select(row => row.From).Aggregate(Sum), rows.Select(row => row.To).Aggregate(Sum), rows.Key))
            .OrderBy(total => total.Currency, StringComparer.Ordinal)
            .Select(Exact),
    ];

    private static decimal? Sum(decimal? left, decimal? right) =>
        left is { } x && right is { } y ? ExactSum.Add(x, y) : left ?? right;

    /// <exception cref="OverflowException">The difference would have been rounded.</exception>
    private static CostChange Exact(CostChange row)
    {
        ExactSum.Add(row.To ?? 0, -(row.From ?? 0));
        return row;
    }

    private static ChangedTotal Exact(ChangedTotal total)
    {
        ExactSum.Add(total.To ?? 0, -(total.From ?? 0));
        return total;
    }
}
