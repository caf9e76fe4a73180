using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Archera.Contracts;
using Archera.Contracts.Reports;

namespace Archera.Grains.Tenants;

/// <summary>
/// The rows of several accounts' months, those of the same period, currency and keys added up, or why there is no
/// answer: too many of them, or a sum that can't be held exactly.
/// </summary>
/// <param name="groupBy">What the rows' keys are, the payer account included.</param>
/// <param name="withKeys">The row under other keys.</param>
/// <param name="add">Two rows of the same place; <see cref="OverflowException"/> where that is not exact.</param>
public sealed class MergedRows<TRow>(
    ImmutableArray<CostDimension> groupBy,
    Func<TRow, (DateOnly Period, string Currency, ImmutableArray<string> Keys)> placeOf,
    Func<TRow, ImmutableArray<string>, TRow> withKeys,
    Func<TRow, TRow, TRow> add)
    where TRow : class
{
    private static readonly Refusal TooManyRows = new(
        RefusalCodes.TooManyRows,
        $"The answer has more than {CostQuery.MaxRows} rows. Ask for fewer days, group by less, or filter.");

    private static readonly Refusal Inexact = new(
        RefusalCodes.InexactSum,
        "A sum has more than 28 digits and can't be given to the last decimal. Ask for fewer days, or group by more.");

    private readonly int _payerAt = groupBy.IndexOf(CostDimension.PayerAccount);
    private readonly Dictionary<string, TRow> _rows = new(StringComparer.Ordinal);

    public IReadOnlyCollection<TRow> All => _rows.Values;

    /// <summary>Why there is no answer, whatever is added; null so far.</summary>
    public Refusal? Refusal { get; private set; }

    /// <param name="rows">The account's, without the payer account among their keys.</param>
    public void Add(AccountAnswer answer, IEnumerable<TRow> rows)
    {
        try
        {
            foreach (var row in rows.TakeWhile(_ => _rows.Count <= CostQuery.MaxRows))
                Add(answer, row);
            Refusal ??= answer.IsInexact ? Inexact : _rows.Count > CostQuery.MaxRows ? TooManyRows : null;
        }
        catch (OverflowException)
        {
            Refusal ??= Inexact;
        }
    }

    /// <param name="make">Makes the answer of <see cref="All"/>; not asked where there is none.</param>
    public Answer<TAnswer> To<TAnswer>(Func<TAnswer> make)
        where TAnswer : class
    {
        if (Refusal is not null)
            return Refusal;
        try
        {
            return make();
        }
        catch (OverflowException)
        {
            return Inexact;
        }
    }

    private void Add(AccountAnswer answer, TRow row)
    {
        var (period, currency, keys) = placeOf(row);
        if (_payerAt >= 0)
            keys = keys.Insert(_payerAt, answer.Account.ToString());
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _rows, $"{period.DayNumber}\n{currency}\n{string.Join('\n', keys)}", out _);
        sum = sum is null ? withKeys(row, keys) : add(sum, row);
    }
}
