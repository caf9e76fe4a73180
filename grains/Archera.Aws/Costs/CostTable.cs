using Archera.Contracts.Reports;

namespace Archera.Aws.Costs;

/// <summary>
/// A cost partition as columns. Row <c>i</c> has the keys <c>Keys1[Key1OfRow[i]]</c> and <c>Keys2[Key2OfRow[i]]</c>, so
/// that grouping a partition compares small numbers instead of texts.
/// </summary>
public sealed class CostTable
{
    private readonly int[] _key1;
    private readonly int[] _key2;
    private readonly int[] _currency;
    private readonly decimal[][] _metrics;

    internal CostTable(CostTableKeys keys, int[] key1, int[] key2, int[] currency, decimal[][] metrics)
    {
        Keys1 = keys.Keys1;
        Keys2 = keys.Keys2;
        Currencies = keys.Currencies;
        (_key1, _key2, _currency, _metrics) = (key1, key2, currency, metrics);
    }

    public int Rows => _key1.Length;

    /// <summary>The distinct first keys, in ordinal order.</summary>
    public IReadOnlyList<string> Keys1 { get; }

    /// <summary>The distinct second keys, in ordinal order.</summary>
    public IReadOnlyList<string> Keys2 { get; }

    public IReadOnlyList<string> Currencies { get; }

    public ReadOnlySpan<int> Key1OfRow => _key1;

    public ReadOnlySpan<int> Key2OfRow => _key2;

    public ReadOnlySpan<int> CurrencyOfRow => _currency;

    public ReadOnlySpan<decimal> Column(CostMetric metric) => _metrics[(int)metric];

    public CostTableRow this[int row] => new(
        Keys1[_key1[row]],
        Keys2[_key2[row]],
        _metrics[(int)CostMetric.UnblendedCost][row],
        _metrics[(int)CostMetric.AmortizedCost][row],
        _metrics[(int)CostMetric.NetUnblendedCost][row],
        _metrics[(int)CostMetric.NetAmortizedCost][row],
        Currencies[_currency[row]]);
}
