namespace Archera.Aws.Costs;

/// <summary>The texts of a table, each once and in ordinal order.</summary>
internal sealed record CostTableKeys(string[] Keys1, string[] Keys2, string[] Currencies)
{
    public static CostTableKeys Of(IReadOnlyCollection<CostTableRow> rows)
    {
        var keys1 = new HashSet<string>(StringComparer.Ordinal);
        var keys2 = new HashSet<string>(StringComparer.Ordinal);
        var currencies = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            keys1.Add(row.Key1);
            keys2.Add(row.Key2);
            currencies.Add(row.Currency);
        }

        return new CostTableKeys(Sorted(keys1), Sorted(keys2), Sorted(currencies));
    }

    public static Dictionary<string, int> Index(string[] sorted)
    {
        var index = new Dictionary<string, int>(sorted.Length, StringComparer.Ordinal);
        for (var i = 0; i < sorted.Length; i++)
            index.Add(sorted[i], i);
        return index;
    }

    private static string[] Sorted(HashSet<string> distinct)
    {
        var sorted = distinct.ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted;
    }
}
