using System.Text.Json;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.CostExplorer;

/// <summary>Compiles a filter Expression into a test of one charge.</summary>
internal static class CostFilter
{
    /// <summary>Cost Explorer's own limit.</summary>
    public const int MaximumValues = 1_024;

    private static readonly string[] Roots = ["And", "Or", "Not", "Dimensions", "Tags", "CostCategories"];

    public static Func<Charge, bool> Read(JsonElement? filter)
    {
        var values = 0;
        return filter is { } expression ? Compile(expression, ref values) : static _ => true;
    }

    private static Func<Charge, bool> Compile(JsonElement expression, ref int values)
    {
        if (expression.ValueKind != JsonValueKind.Object)
            throw CostExplorerRefusal.WrongShape("Filter");
        var roots = Roots.Where(root => expression.Member(root) is not null).ToList();
        if (roots.Count != 1)
            throw CostExplorerRefusal.Validation(
                "Expression has zero or more than one roots. Only one root operator is allowed for each expression: "
                + "\"and\", \"or\", \"not\", \"tag\" or \"dimensionValue\"");
        switch (roots[0])
        {
            case "And":
                var all = Operands(expression, "And", ref values);
                return charge => Array.TrueForAll(all, operand => operand(charge));
            case "Or":
                var any = Operands(expression, "Or", ref values);
                return charge => Array.Exists(any, operand => operand(charge));
            case "Not":
                var inner = Compile(expression.Structure("Not")!.Value, ref values);
                return charge => !inner(charge);
            case "Dimensions":
                return Dimension(expression.Structure("Dimensions")!.Value, ref values);
            default:
                return Untagged(expression.Structure(roots[0])!.Value);
        }
    }

    private static Func<Charge, bool>[] Operands(JsonElement expression, string root, ref int values)
    {
        var items = expression.Items(root)!;
        if (items.Count < 2)
            throw CostExplorerRefusal.Validation($"{root} expression must have at least 2 operands");
        var operands = new Func<Charge, bool>[items.Count];
        for (var i = 0; i < operands.Length; i++)
            operands[i] = Compile(items[i], ref values);
        return operands;
    }

    private static Func<Charge, bool> Dimension(JsonElement dimension, ref int values)
    {
        var key = dimension.Text("Key") ?? throw CostExplorerRefusal.Missing("filter.dimensions.key");
        var valueOf = CostDimension.ForFilter(key).ValueOf;
        var wanted = dimension.Texts("Values") ?? [];
        if (wanted.Count == 0)
            throw CostExplorerRefusal.Validation($"Values of dimension {key} must not be empty.");
        if ((values += wanted.Count) > MaximumValues)
            throw CostExplorerRefusal.Validation($"Filter must not have more than {MaximumValues} values.");
        var match = MatchRule.Read(dimension.Texts("MatchOptions") ?? []);
        if (!match.IsEquality)
            return charge => wanted.Any(value => match.Matches(valueOf(charge), value));
        var set = wanted.ToHashSet(match.Comparer);
        return charge => set.Contains(valueOf(charge));
    }

    // No charge of these bills has a tag or a cost category: only "absent" and the empty value find one.
    private static Func<Charge, bool> Untagged(JsonElement tag)
    {
        var absent = (tag.Texts("MatchOptions") ?? []).Contains("ABSENT") || (tag.Texts("Values") ?? []).Contains("");
        return _ => absent;
    }
}
