namespace Archera.Sandbox.Aws.Iam;

/// <summary>
/// The condition keys of one request. A key that is not here is absent, which is not the same as empty.
/// </summary>
public sealed class ConditionContext
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string>? this[string key] => _values.GetValueOrDefault(key);

    public ConditionContext With(string key, string? value)
    {
        if (value is not null)
            _values[key] = [value];
        return this;
    }

    public ConditionContext With(string key, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
            _values[key] = values;
        return this;
    }
}
