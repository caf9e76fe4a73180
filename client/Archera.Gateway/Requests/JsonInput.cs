using System.Text.Json;
using Archera.Gateway.Problems;

namespace Archera.Gateway.Requests;

/// <summary>
/// A request's body: one flat JSON object of text members. Everything else is refused by name: unknown members,
/// repeated
/// ones, numbers where text is due.
/// </summary>
internal sealed class JsonInput
{
    private readonly Dictionary<string, JsonElement> _members;

    private JsonInput(Dictionary<string, JsonElement> members, FieldErrors errors) =>
        (_members, Errors) = (members, errors);

    public FieldErrors Errors { get; }

    /// <summary>The problem with what was read so far; null while there is none.</summary>
    public ProblemResult? Problem => Errors.Any ? ProblemResult.Of(Errors) : null;

    /// <param name="json">The body's text.</param>
    /// <param name="known">The members that the request takes.</param>
    /// <param name="refused">Members that a caller may believe in, each with why it is not taken.</param>
    public static (JsonInput? Input, ProblemResult? Problem) Parse(
        ReadOnlyMemory<byte> json, string[] known, params (string Name, string Why)[] refused)
    {
        if (!TryReadObject(json, out var root))
            return (null, new ProblemResult(ProblemCatalogue.Invalid, "The body is not one well-formed JSON object."));
        var errors = new FieldErrors();
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in root.EnumerateObject())
        {
            if (!known.Contains(member.Name, StringComparer.Ordinal))
                errors.Add(member.Name, WhyRefused(member.Name, known, refused));
            else if (!members.TryAdd(member.Name, member.Value))
                errors.Add(member.Name, "Give it once.");
        }

        return (new JsonInput(members, errors), null);
    }

    /// <summary>Reads a member that must be there; adds to <see cref="Errors"/> when it is not as expected.</summary>
    public T Required<T>(string name, TryParse<T> parse, string expected)
        where T : notnull
    {
        if (_members.TryGetValue(name, out var value))
            return Read(name, value, parse, expected);
        Errors.Add(name, $"Required: {expected}.");
        return default!;
    }

    /// <summary>Reads a member that may be left out, or null.</summary>
    public T Optional<T>(string name, TryParse<T> parse, string expected, T fallback)
        where T : notnull =>
        _members.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? Read(name, value, parse, expected)
            : fallback;

    private T Read<T>(string name, JsonElement value, TryParse<T> parse, string expected)
    {
        if (value.ValueKind == JsonValueKind.String && parse(value.GetString(), out var parsed))
            return parsed;
        Errors.Add(name, value.ValueKind == JsonValueKind.String
            ? $"Expected {expected}."
            : $"Expected JSON text: {expected}.");
        return default!;
    }

    private static bool TryReadObject(ReadOnlyMemory<byte> json, out JsonElement root)
    {
        root = default;
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8 });
            root = document.RootElement.Clone();
            return root.ValueKind == JsonValueKind.Object && HasReadableText(root);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Escapes such as a lone surrogate pass the parser and fail only when the text is read.</summary>
    private static bool HasReadableText(JsonElement root)
    {
        try
        {
            foreach (var member in root.EnumerateObject())
                _ = member.Name + (member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : null);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string WhyRefused(string name, string[] known, (string Name, string Why)[] refused)
    {
        foreach (var (refusedName, why) in refused)
        {
            if (refusedName == name)
                return why;
        }

        return known.Length == 0
            ? "Unknown: the request takes no members."
            : $"Unknown. Known are: {string.Join(", ", known)}.";
    }
}
