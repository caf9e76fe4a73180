using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Archera.Contracts;
using Archera.Contracts.Reports;
using Archera.Grains.Reports;

namespace Archera.Grains.Tenants;

/// <summary>
/// Adds up the sums of several accounts' months at two moments, keeps what differs, or says why there is no answer.
/// </summary>
public sealed class ChangeMerge(ImmutableArray<CostDimension> groupBy)
{
    private readonly int _payerAt = groupBy.IndexOf(CostDimension.PayerAccount);
    private readonly Dictionary<string, CostChange> _rows = new(StringComparer.Ordinal);

    /// <summary>Why there is no answer, whatever is added; null so far.</summary>
    public Refusal? Refusal { get; private set; }

    public void Add(AccountAnswer answer)
    {
        try
        {
            foreach (var row in answer.Changes.TakeWhile(_ => _rows.Count <= CostQuery.MaxRows))
                Add(answer, row);
            Refusal ??= answer.IsInexact ? CostMerge.Inexact
                : _rows.Count > CostQuery.MaxRows ? CostMerge.TooManyRows
                : null;
        }
        catch (OverflowException)
        {
            Refusal ??= CostMerge.Inexact;
        }
    }

    public Answer<CostChanges> ToChanges(Completeness completeness, ImmutableArray<CostCaveat> caveats)
    {
        if (Refusal is not null)
            return Refusal;
        try
        {
            var rows = _rows.Values
                .Where(row => row.From != row.To)
                .OrderBy(row => new CostRow(row.Period, row.Keys, 0, row.Currency, false), CostRowOrder.Instance);
            return new CostChanges(Totals(), [.. rows.Select(Exact)], completeness, caveats);
        }
        catch (OverflowException)
        {
            return CostMerge.Inexact;
        }
    }

    private void Add(AccountAnswer answer, CostChange row)
    {
        var keys = _payerAt < 0 ? row.Keys : row.Keys.Insert(_payerAt, answer.Account.ToString());
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _rows, CostMerge.KeyOf(row.Period, row.Currency, keys), out _);
        sum = sum is null
            ? row with { Keys = keys }
            : sum with
            {
                From = Sum(sum.From, row.From),
                To = Sum(sum.To, row.To),
                ChangedAt = sum.ChangedAt is null || row.ChangedAt > sum.ChangedAt
                    ? row.ChangedAt ?? sum.ChangedAt
                    : sum.ChangedAt,
                Causes = sum.Causes | row.Causes,
            };
    }

    private ImmutableArray<ChangedTotal> Totals() =>
    [
        .. _rows.Values
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
