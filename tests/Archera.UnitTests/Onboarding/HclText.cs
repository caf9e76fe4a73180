using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Archera.UnitTests.Onboarding;

/// <summary>
/// Reads what the templates use of HCL: blocks, attributes, objects, lists, text, numbers, references and
/// <c>jsonencode</c>. Anything else is an error. Blocks become objects under type and labels; a reference becomes its
/// own text.
/// </summary>
internal sealed partial class HclText
{
    private readonly List<string> _tokens;
    private int _next;

    private HclText(string text)
    {
        _tokens = [.. Tokens().Matches(text).Select(match => match.Value).Where(token => !IsBlank(token))];
        string.Concat(Tokens().Matches(text).Select(match => match.Value)).ShouldBe(text, "HCL beyond the subset.");
    }

    private string Current => _next < _tokens.Count ? _tokens[_next] : "";

    public static JsonObject Parse(string text)
    {
        var reader = new HclText(text);
        var body = reader.Body("");
        return body;
    }

    private JsonObject Body(string end)
    {
        var body = new JsonObject();
        while (Current != end)
        {
            var name = Take();
            if (Current == "=")
            {
                Take("=");
                body.Add(name, Expression());
                continue;
            }

            var path = new StringBuilder(name);
            while (Current != "{")
                path.Append('.').Append(Unquote(Take()));
            Take("{");
            body.Add(path.ToString(), Body("}"));
            Take("}");
        }

        return body;
    }

    private JsonNode Expression()
    {
        var value = Value();
        if (Current != "==")
            return value;
        Take("==");
        return JsonValue.Create($"{value} == {Value()}");
    }

    private JsonNode Value()
    {
        var token = Take();
        if (token == "{")
            return Members();
        if (token == "[")
            return Items();
        if (token[0] == '"')
            return JsonValue.Create(Unquote(token));
        if (long.TryParse(token, CultureInfo.InvariantCulture, out var number))
            return JsonValue.Create(number);
        if (token != "jsonencode")
            return JsonValue.Create(token);
        Take("(");
        var argument = Expression();
        Take(")");
        return argument;
    }

    private JsonObject Members()
    {
        var members = new JsonObject();
        while (Current != "}")
        {
            var name = Take();
            Take("=");
            members.Add(name[0] == '"' ? Unquote(name) : name, Expression());
        }

        Take("}");
        return members;
    }

    private JsonArray Items()
    {
        var items = new JsonArray();
        while (Current != "]")
        {
            items.Add(Expression());
            if (Current == ",")
                Take(",");
        }

        Take("]");
        return items;
    }

    private string Take(string? expected = null)
    {
        var token = Current;
        if (expected is not null)
            token.ShouldBe(expected);
        token.ShouldNotBeEmpty("The text ends too early.");
        _next++;
        return token;
    }

    private static string Unquote(string token)
    {
        token[0].ShouldBe('"', token);
        var text = new StringBuilder();
        for (var i = 1; i < token.Length - 1; i++)
        {
            if (token[i] == '\\')
            {
                text.Append(token[++i]);
            }
            else if (token[i..] is ['$', '$', '{', ..] or ['%', '%', '{', ..])
            {
                text.Append(token[i]).Append('{');
                i += 2;
            }
            else
            {
                (token[i..] is ['$' or '%', '{', ..]).ShouldBeFalse($"{token} begins a template.");
                text.Append(token[i]);
            }
        }

        return text.ToString();
    }

    private static bool IsBlank(string token) => string.IsNullOrWhiteSpace(token) || token[0] == '#';

    [GeneratedRegex("""\s+|#[^\n]*|"(\\["\\]|[^"\\\n])*"|[A-Za-z_][\w.-]*|[0-9]+|==|[{}\[\](),=]""")]
    private static partial Regex Tokens();
}
