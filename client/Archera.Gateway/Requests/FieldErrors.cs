namespace Archera.Gateway.Requests;

/// <summary>
/// What is wrong with a request, by field. Bounded, and never the values themselves: one may be a secret.
/// </summary>
internal sealed class FieldErrors
{
    /// <summary>How many fields are named; a hostile body could have thousands.</summary>
    public const int MaxFields = 20;

    /// <summary>How much of a field's name is repeated.</summary>
    public const int MaxNameLength = 64;

    private readonly SortedDictionary<string, string[]> _byField = new(StringComparer.Ordinal);

    public bool Any => _byField.Count > 0;

    public IReadOnlyDictionary<string, string[]> ByField => _byField;

    public static FieldErrors Of(string field, string message)
    {
        var errors = new FieldErrors();
        errors.Add(field, message);
        return errors;
    }

    public void Add(string field, string message)
    {
        var name = field.Length <= MaxNameLength ? field : field[..MaxNameLength] + "…";
        if (_byField.TryGetValue(name, out var known))
            _byField[name] = known.Contains(message) ? known : [.. known, message];
        else if (_byField.Count < MaxFields)
            _byField.Add(name, [message]);
    }
}
