using Archera.Contracts.Reports;

namespace Archera.Grains.Reports;

/// <summary>By period, then keys, then currency, ordinal.</summary>
public sealed class CostRowOrder : IComparer<CostRow>
{
    public static readonly CostRowOrder Instance = new();

    public int Compare(CostRow? x, CostRow? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var order = x.Period.CompareTo(y.Period);
        for (var i = 0; order == 0 && i < x.Keys.Length; i++)
            order = string.CompareOrdinal(x.Keys[i], y.Keys[i]);
        return order != 0 ? order : string.CompareOrdinal(x.Currency, y.Currency);
    }
}
