namespace Archera.Sandbox.Aws.Worlds.Focus;

/// <summary>Finds the columns by name: their order and number differ between FOCUS 1.0, 1.1 and 1.2.</summary>
internal sealed class FocusColumns
{
    private static readonly string[] Required =
    [
        "BilledCost", "EffectiveCost", "BillingAccountId", "BillingCurrency", "ChargeCategory", "ChargePeriodStart",
        "ProviderName", "ServiceName",
    ];

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public FocusColumns(CsvReader csv)
    {
        var header = csv.ReadRecord() ?? throw csv.Refuse("the file is empty; a FOCUS file begins with column names.");
        for (var i = 0; i < header.Count; i++)
            if (!_places.TryAdd(header[i], i))
                throw csv.Refuse($"columns {_places[header[i]] + 1} and {i + 1} have the same name.");
        var missing = Required.Where(name => !_places.ContainsKey(name)).ToList();
        if (missing.Count > 0)
            throw csv.Refuse($"column {string.Join(", ", missing)} is missing. Export FOCUS 1.0, 1.1 or 1.2.");
        Count = header.Count;
    }

    public int Count { get; }

    /// <summary>The column's text; null when the column, or a value in it, is absent.</summary>
    public string? Text(IReadOnlyList<string> record, string column) =>
        _places.TryGetValue(column, out var place) && record[place] is not ("" or "NULL") ? record[place] : null;
}
