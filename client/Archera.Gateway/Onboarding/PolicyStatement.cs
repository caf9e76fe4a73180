using System.Text.Json.Serialization;

namespace Archera.Gateway.Onboarding;

/// <param name="Sid">The statement's name.</param>
/// <param name="Effect">Allow.</param>
/// <param name="Action">The actions that it allows.</param>
/// <param name="Principal">Whom it lets in, by kind; in trust policies only.</param>
/// <param name="Resource">On what; in permission policies only.</param>
/// <param name="Condition">Under which condition, by operator and key; in trust policies only.</param>
public sealed record PolicyStatement(
    [property: JsonPropertyName("Sid")] string Sid,
    [property: JsonPropertyName("Effect")] string Effect,
    [property: JsonPropertyName("Action")] IReadOnlyList<string> Action,
    [property: JsonPropertyName("Principal"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyDictionary<string, string>? Principal = null,
    [property: JsonPropertyName("Resource"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    string? Resource = null,
    [property: JsonPropertyName("Condition"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Condition = null)
{
    internal const string Allow = "Allow";

    /// <summary>These actions take no narrower resource, or name nothing before the first read.</summary>
    internal const string AnyResource = "*";

    internal static PolicyStatement Allowing(string sid, IReadOnlyList<string> actions) =>
        new(sid, Allow, actions, Resource: AnyResource);
}
