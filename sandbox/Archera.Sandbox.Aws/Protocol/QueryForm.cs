using System.Globalization;

namespace Archera.Sandbox.Aws.Protocol;

/// <summary>The parameters of a query request. Of a repeated one the first counts; unknown ones are ignored.</summary>
internal sealed class QueryForm(IEnumerable<KeyValuePair<string, string>> pairs)
{
    private readonly Dictionary<string, string> _values = First(pairs);

    internal IEnumerable<KeyValuePair<string, string>> Pairs => _values;

    internal string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>
    /// <c>Name.member.1</c>, <c>Name.member.2</c>… up to the first gap, with what <paramref name="suffix"/> adds.
    /// </summary>
    internal List<string> Members(string name, string suffix = "") => Numbered(name + ".member", suffix);

    /// <summary>As <see cref="Members"/>, in EC2's shorter form: <c>Name.1</c>, <c>Name.2</c>…</summary>
    internal List<string> Numbered(string name, string suffix = "")
    {
        var members = new List<string>();
        while (this[string.Create(CultureInfo.InvariantCulture, $"{name}.{members.Count + 1}{suffix}")] is { } value)
            members.Add(value);
        return members;
    }

    private static Dictionary<string, string> First(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in pairs)
            values.TryAdd(name, value);
        return values;
    }
}
