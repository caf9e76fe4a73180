using System.Globalization;
using System.Text.Json;
using Archera.Sandbox.Aws.Iam;

namespace Archera.Sandbox.Aws.Control;

/// <summary>Reads an object's fields and notes what is wrong with each; a wrong field reads as absent.</summary>
internal sealed class JsonFields
{
    private const int MaxTextLength = 65_536;

    private readonly JsonElement _object;
    private readonly FieldErrors _errors;
    private readonly string _prefix;

    internal JsonFields(JsonElement value, FieldErrors errors, string prefix, params string[] known)
    {
        _object = value;
        _errors = errors;
        _prefix = prefix;
        if (value.ValueKind != JsonValueKind.Object)
            errors.Add(prefix.TrimEnd('.'), "Must be an object.");
        else
            RefuseUnknown(known);
    }

    /// <summary>The field is there, null or not.</summary>
    internal bool Has(string name) => _object.ValueKind == JsonValueKind.Object && _object.TryGetProperty(name, out _);

    internal JsonElement? Element(string name, bool required = false)
    {
        if (_object.ValueKind == JsonValueKind.Object
            && _object.TryGetProperty(name, out var element)
            && element.ValueKind != JsonValueKind.Null)
        {
            return element;
        }

        if (required)
            Wrong(name, "Is required.");
        return null;
    }

    internal string? Text(string name, bool required = false)
    {
        if (Element(name, required) is not { } element)
            return null;
        if (element.ValueKind == JsonValueKind.String
            && element.GetString() is { Length: > 0 and <= MaxTextLength } text)
            return text;
        Wrong(name, "Must be a text.");
        return null;
    }

    /// <summary>A policy as JSON inside JSON, or as the text of it.</summary>
    internal PolicyDocument? Policy(string name, PolicyKind kind, int maxCharacters, bool required)
    {
        var json = Element(name, required) is { ValueKind: JsonValueKind.Object } element
            ? element.GetRawText()
            : Text(name);
        if (json is null)
            return null;
        if (json.Count(character => !char.IsWhiteSpace(character)) > maxCharacters)
            Wrong(name, $"Must have at most {maxCharacters} characters without blanks.");
        if (PolicyDocument.TryParse(json, kind, out var policy, out var error))
            return policy;
        Wrong(name, error);
        return null;
    }

    internal string? Account(string name, bool required = false)
    {
        var text = Text(name, required);
        if (text is null || AccountId.IsOne(text))
            return text;
        Wrong(name, "Must be an account id: 12 digits, as text.");
        return null;
    }

    internal DateOnly? Day(string name, bool required = false)
    {
        var text = Text(name, required);
        if (text is null)
            return null;
        if (ControlDay.TryParse(text, out var day))
            return day;
        Wrong(name, ControlDay.Expected);
        return null;
    }

    internal int? Whole(string name, int min, int max, bool required = false)
    {
        if (Element(name, required) is not { } element)
            return null;
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var value) && value >= min
            && value <= max)
            return value;
        Wrong(name, string.Create(CultureInfo.InvariantCulture, $"Must be a whole number from {min} to {max}."));
        return null;
    }

    /// <summary>A decimal as a JSON number or, so that nothing is rounded on the way, as text.</summary>
    internal decimal? Amount(string name, bool required = false)
    {
        if (Element(name, required) is not { } element)
            return null;
        var text = element.ValueKind switch
        {
            JsonValueKind.Number => element.GetRawText(),
            JsonValueKind.String => element.GetString(),
            _ => null,
        };
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return value;
        Wrong(name, "Must be a decimal number.");
        return null;
    }

    internal void Wrong(string name, string message) => _errors.Add(_prefix + name, message);

    private void RefuseUnknown(string[] known)
    {
        foreach (var property in _object.EnumerateObject().Where(property => !known.Contains(property.Name)))
            Wrong(property.Name, $"Is not a field here. Fields: {string.Join(", ", known)}.");
    }
}
