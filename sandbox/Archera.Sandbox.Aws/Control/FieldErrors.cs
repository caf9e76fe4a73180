namespace Archera.Sandbox.Aws.Control;

/// <summary>What is wrong with a control request, by field.</summary>
internal sealed class FieldErrors
{
    private readonly SortedDictionary<string, List<string>> _errors = new(StringComparer.Ordinal);

    internal bool Any => _errors.Count > 0;

    internal IReadOnlyDictionary<string, string[]> ByField =>
        _errors.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);

    internal void Add(string field, string message)
    {
        if (!_errors.TryGetValue(field, out var messages))
            _errors[field] = messages = [];
        messages.Add(message);
    }
}
