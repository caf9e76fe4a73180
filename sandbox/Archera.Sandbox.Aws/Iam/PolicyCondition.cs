namespace Archera.Sandbox.Aws.Iam;

/// <summary>One <c>operator: { key: values }</c> of a statement.</summary>
public sealed record PolicyCondition(string Operator, string Key, IReadOnlyList<string> Values)
{
    private const string IfExists = "IfExists";
    private const string ForAllValues = "ForAllValues:";
    private const string ForAnyValue = "ForAnyValue:";

    private readonly ConditionOperator? _operator = ConditionOperator.Find(Bare(Operator));

    public bool IsKnown => _operator is not null || Operator == "Null";

    public bool Holds(ConditionContext context, bool hasVariables)
    {
        var values = hasVariables && _operator is { TakesVariables: true } ? Expanded(context) : Values;
        var present = context[Key];
        if (Operator == "Null")
            return Values.Any(
                value => value.Equals(present is null ? "true" : "false", StringComparison.OrdinalIgnoreCase));
        if (_operator is null)
            return false;
        if (Operator.StartsWith(ForAllValues, StringComparison.Ordinal))
            return present is null || present.All(value => Compares(value, values));
        if (Operator.StartsWith(ForAnyValue, StringComparison.Ordinal))
            return present is not null && present.Any(value => Compares(value, values));
        if (present is null)
            return _operator.Negated || Operator.EndsWith(IfExists, StringComparison.Ordinal);
        return present.Any(value => Compares(value, values));
    }

    private List<string> Expanded(ConditionContext context) =>
    [
        .. Values.Select(value => PolicyVariables.Expand(value, context, _operator!.IsPattern)).OfType<string>(),
    ];

    private bool Compares(string value, IReadOnlyList<string> values) =>
        values.Any(policy => _operator!.Compares(value, policy)) != _operator!.Negated;

    private static string Bare(string name)
    {
        var start = name.StartsWith(ForAllValues, StringComparison.Ordinal) ? ForAllValues.Length
            : name.StartsWith(ForAnyValue, StringComparison.Ordinal) ? ForAnyValue.Length : 0;
        var end = name.EndsWith(IfExists, StringComparison.Ordinal) ? name.Length - IfExists.Length : name.Length;
        return name[start..end];
    }
}
