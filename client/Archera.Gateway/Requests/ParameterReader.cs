namespace Archera.Gateway.Requests;

/// <summary>Reads the parameters of an address one by one, and keeps all that is wrong with them.</summary>
internal sealed class ParameterReader(IQueryCollection query)
{
    public FieldErrors Errors { get; } = new();

    /// <summary>A parameter that must be there, once.</summary>
    public T Required<T>(string name, TryParse<T> parse, string expected)
    {
        if (query.ContainsKey(name))
            return Single(name, parse, expected, default!);
        Errors.Add(name, $"Required: {expected}.");
        return default!;
    }

    /// <summary>A parameter that may be left out, and comes at most once.</summary>
    public T Single<T>(string name, TryParse<T> parse, string expected, T fallback)
    {
        if (!query.TryGetValue(name, out var values))
            return fallback;
        if (values is [{ } text] && parse(text, out var value))
            return value;
        Errors.Add(name, $"Expected {expected}.");
        return fallback;
    }

    /// <summary>True or false, in these letters alone, as every other value.</summary>
    public bool Flag(string name) => Single(name, TryParseFlag, "true or false", fallback: false);

    /// <summary>The values of a parameter that may be repeated, each once.</summary>
    public string[] Repeated(string name, int most, Predicate<string> isValid, string expected)
    {
        var values = query[name];
        if (values.Count > most)
            Errors.Add(name, $"Expected at most {most} values.");
        else if (!values.All(value => isValid(value ?? string.Empty)))
            Errors.Add(name, $"Expected {expected}.");
        return [.. values.OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The same, as what they say; what can't be read is an error, and left out.</summary>
    public T[] Repeated<T>(string name, int most, TryParse<T> parse, string expected) =>
    [
        .. Repeated(name, most, text => parse(text, out _), expected)
            .SelectMany(text => parse(text, out var value) ? new[] { value } : []),
    ];

    private static bool TryParseFlag(string? text, out bool flag)
    {
        flag = text == "true";
        return flag || text == "false";
    }
}
