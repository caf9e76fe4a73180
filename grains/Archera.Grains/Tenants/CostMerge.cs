using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Archera.Contracts;
using Archera.Contracts.Reports;
using Archera.Grains.Reports;

namespace Archera.Grains.Tenants;

/// <summary>Adds up the rows of several accounts' months into one answer, or says why there is none.</summary>
public sealed class CostMerge(ImmutableArray<CostDimension> groupBy)
{
    internal static readonly Refusal TooManyRows = new(
        RefusalCodes.TooManyRows,
        $"The answer has more than {CostQuery.MaxRows} rows. Ask for fewer days, group by less, or filter.");

    internal static readonly Refusal Inexact = new(
        RefusalCodes.InexactSum,
        "A sum has more than 28 digits and can't be given to the last decimal. Ask for fewer days, or group by more.");

    private readonly int _payerAt = groupBy.IndexOf(CostDimension.PayerAccount);
    private readonly Dictionary<string, CostRow> _rows = new(StringComparer.Ordinal);

    /// <summary>Why there is no answer, whatever is added; null so far.</summary>
    public Refusal? Refusal { get; private set; }

    public void Add(AccountAnswer answer)
    {
        try
        {
            foreach (var row in answer.Rows.TakeWhile(_ => _rows.Count <= CostQuery.MaxRows))
                Add(answer, row);
            Refusal ??= answer.IsInexact ? Inexact : _rows.Count > CostQuery.MaxRows ? TooManyRows : null;
        }
        catch (OverflowException)
        {
            Refusal ??= Inexact;
        }
    }

    public Answer<CostReport> ToReport(Completeness completeness, ImmutableArray<CostCaveat> caveats)
    {
        if (Refusal is not null)
            return Refusal;
        try
        {
            return new CostReport(Totals(), [.. _rows.Values.Order(CostRowOrder.Instance)], completeness, caveats);
        }
        catch (OverflowException)
        {
            return Inexact;
        }
    }

    internal static string KeyOf(DateOnly period, string currency, ImmutableArray<string> keys) =>
        $"{period.DayNumber}\n{currency}\n{string.Join('\n', keys)}";

    private void Add(AccountAnswer answer, CostRow row)
    {
        var keys = _payerAt < 0 ? row.Keys : row.Keys.Insert(_payerAt, answer.Account.ToString());
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _rows, KeyOf(row.Period, row.Currency, keys), out _);
        sum = sum is null
            ? row with { Keys = keys }
            : sum with
            {
                Amount = ExactSum.Add(sum.Amount, row.Amount),
                Estimated = sum.Estimated || row.Estimated,
            };
    }

    private ImmutableArray<CurrencyTotal> Totals() =>
    [
        .. _rows.Values
            .GroupBy(row => row.Currency, StringComparer.Ordinal)
            .Select(rows => new CurrencyTotal(
                rows.Aggregate(0m, (sum, row) => ExactSum.Add(sum, row.Amount)), rows.Key))
            .OrderBy(total => total.Currency, StringComparer.Ordinal),
    ];
}
