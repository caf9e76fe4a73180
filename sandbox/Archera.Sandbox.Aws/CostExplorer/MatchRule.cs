namespace Archera.Sandbox.Aws.CostExplorer;

/// <summary>How a filter compares values; the default is equal and case sensitive.</summary>
internal readonly record struct MatchRule(string Operator, bool IgnoresCase)
{
    public bool IsEquality => Operator == "EQUALS";

    public StringComparer Comparer => IgnoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    public static MatchRule Read(IReadOnlyList<string> options)
    {
        var rule = new MatchRule("EQUALS", false);
        foreach (var option in options)
            rule = option switch
            {
                "EQUALS" or "STARTS_WITH" or "ENDS_WITH" or "CONTAINS" => rule with { Operator = option },
                "CASE_SENSITIVE" => rule with { IgnoresCase = false },
                "CASE_INSENSITIVE" => rule with { IgnoresCase = true },
                "ABSENT" or "GREATER_THAN_OR_EQUAL" => throw CostExplorerRefusal.Validation(
                    $"Match option {option} is not supported for dimensions."),
                _ => throw CostExplorerRefusal.NotInSet(
                    option,
                    "filter.dimensions.matchOptions",
                    "EQUALS, ABSENT, STARTS_WITH, ENDS_WITH, CONTAINS, CASE_SENSITIVE, CASE_INSENSITIVE, "
                    + "GREATER_THAN_OR_EQUAL"),
            };
        return rule;
    }

    public bool Matches(string value, string wanted)
    {
        var comparison = IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return Operator switch
        {
            "STARTS_WITH" => value.StartsWith(wanted, comparison),
            "ENDS_WITH" => value.EndsWith(wanted, comparison),
            "CONTAINS" => value.Contains(wanted, comparison),
            _ => value.Equals(wanted, comparison),
        };
    }
}
