using System.Text.Json;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>The filter of these operations: dimensions, all of which must agree; each with several values.</summary>
internal sealed class CommitmentFilter
{
    private readonly Dictionary<string, HashSet<string>> _values = new(StringComparer.Ordinal);

    /// <param name="known">The dimensions that the operation filters by.</param>
    public static CommitmentFilter Read(JsonElement input, params string[] known)
    {
        var filter = new CommitmentFilter();
        if (input.Structure("Filter") is not { } expression)
            return filter;
        if (expression.Member("Or") is not null || expression.Member("Not") is not null)
            throw CostExplorerRefusal.Validation("Only AND is supported among dimensions.");
        if (expression.Items("And") is { } all)
        {
            foreach (var each in all)
                filter.Add(each, known);
        }
        else
        {
            filter.Add(expression, known);
        }

        return filter;
    }

    public bool Keeps(string key, string value) => !_values.TryGetValue(key, out var wanted) || wanted.Contains(value);

    /// <summary>The one value that the dimension must have; null when it is not filtered by.</summary>
    public string? Single(string key) => _values.GetValueOrDefault(key) switch
    {
        null => null,
        { Count: 1 } one => one.Single(),
        _ => throw CostExplorerRefusal.Validation($"Only one value of {key} is allowed."),
    };

    private void Add(JsonElement expression, string[] known)
    {
        var dimension = expression.Structure("Dimensions")
            ?? throw CostExplorerRefusal.Validation("Expression has zero or more than one roots.");
        var key = dimension.Text("Key") ?? throw CostExplorerRefusal.Missing("filter.dimensions.key");
        if (!known.Contains(key))
            throw CostExplorerRefusal.Validation($"Dimension {key} is not allowed.");
        var values = dimension.Texts("Values") ?? [];
        if (values.Count == 0 || !MatchRule.Read(dimension.Texts("MatchOptions") ?? []).IsEquality)
            throw CostExplorerRefusal.Validation($"Values of dimension {key} must not be empty, and must be equal.");
        if (!_values.TryAdd(key, values.ToHashSet(StringComparer.Ordinal)))
            throw CostExplorerRefusal.Validation($"Dimension {key} is used twice.");
    }
}
