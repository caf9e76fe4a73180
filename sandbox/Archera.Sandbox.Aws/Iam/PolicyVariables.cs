using System.Text;

namespace Archera.Sandbox.Aws.Iam;

/// <summary>
/// Puts the request's values in place of <c>${aws:username}</c> and the like, as policies of version 2012-10-17 may
/// have them in resources and in comparisons of text and ARNs. A value never acts as a wildcard.
/// </summary>
internal static class PolicyVariables
{
    private const string Opening = "${";

    /// <summary>
    /// Null when a variable has no value in this request: then nothing equals the text or is like it.
    /// </summary>
    internal static string? Expand(string text, ConditionContext context, bool asPattern)
    {
        var expanded = new StringBuilder();
        var place = 0;
        while (text.IndexOf(Opening, place, StringComparison.Ordinal) is var start and >= 0
            && text.IndexOf('}', start) is var end and >= 0)
        {
            if (Value(text[(start + Opening.Length)..end], context) is not { } value)
                return null;
            expanded.Append(text, place, start - place).Append(asPattern ? Wildcard.Literal(value) : value);
            place = end + 1;
        }

        return place == 0 ? text : expanded.Append(text, place, text.Length - place).ToString();
    }

    private static string? Value(string name, ConditionContext context)
    {
        if (name is "*" or "?" or "$")
            return name;
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        var key = comma < 0 ? name : name[..comma];
        return context[key.Trim()] is [var value] ? value : comma < 0 ? null : Default(name[(comma + 1)..].Trim());
    }

    private static string? Default(string text) =>
        text.Length >= 2 && text.StartsWith('\'') && text.EndsWith('\'') ? text[1..^1] : null;
}
