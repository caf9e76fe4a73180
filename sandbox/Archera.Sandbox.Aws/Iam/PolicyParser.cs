using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Archera.Sandbox.Aws.Iam;

/// <summary>Reads policies as strictly as IAM: an unknown element or operator refuses the document.</summary>
internal static class PolicyParser
{
    internal const string InvalidJson = "This policy contains invalid Json";
    internal const string SyntaxError = "Syntax errors in policy.";

    private const string VersionWithVariables = "2012-10-17";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private static readonly HashSet<string> DocumentElements = ["Version", "Id", "Statement"];

    /// <summary>Without NotPrincipal, which other resources' policies may have, a role's trust not.</summary>
    private static readonly HashSet<string> StatementElements =
    [
        "Sid", "Effect", "Principal", "Action", "NotAction", "Resource", "NotResource", "Condition",
    ];

    internal static bool TryParse(
        string json,
        PolicyKind kind,
        [NotNullWhen(true)] out PolicyDocument? policy,
        [NotNullWhen(false)] out string? error)
    {
        policy = null;
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var statements = Statements(document.RootElement, kind);
            error = statements is null ? SyntaxError : PolicyGrammar.Error(statements, kind);
            policy = error is null ? new PolicyDocument(json, statements!) : null;
            return policy is not null;
        }
        catch (JsonException)
        {
            error = InvalidJson;
            return false;
        }
    }

    private static List<PolicyStatement>? Statements(JsonElement root, PolicyKind kind)
    {
        if (root.ValueKind != JsonValueKind.Object
            || root.EnumerateObject().Any(property => !DocumentElements.Contains(property.Name))
            || (root.TryGetProperty("Version", out var version) && !IsVersion(version))
            || !root.TryGetProperty("Statement", out var statement))
        {
            return null;
        }

        var elements = statement.ValueKind == JsonValueKind.Array ? statement.EnumerateArray().ToList() : [statement];
        var hasVariables = version.ValueKind == JsonValueKind.String && version.ValueEquals(VersionWithVariables);
        var parsed = elements.Select(element => Statement(element, kind, hasVariables)).ToList();
        return parsed.Count == 0 || parsed.Contains(null) ? null : [.. parsed.OfType<PolicyStatement>()];
    }

    private static bool IsVersion(JsonElement version) =>
        version.ValueKind == JsonValueKind.String && version.GetString() is (VersionWithVariables or "2008-10-17");

    private static PolicyStatement? Statement(JsonElement element, PolicyKind kind, bool hasVariables)
    {
        if (element.ValueKind != JsonValueKind.Object
            || element.EnumerateObject().Any(property => !StatementElements.Contains(property.Name))
            || !element.TryGetProperty("Effect", out var effect)
            || effect.ValueKind != JsonValueKind.String
            || effect.GetString() is not ("Allow" or "Deny"))
        {
            return null;
        }

        var actions = OneOf(element, "Action", "NotAction", out var exceptActions);
        var resources = OneOf(element, "Resource", "NotResource", out var exceptResources);
        var principals = Principals(element);
        var conditions = Conditions(element);
        var sid = element.TryGetProperty("Sid", out var id) ? Text(id) : null;
        var fits = kind == PolicyKind.Trust
            ? principals is not null && resources is null
            : principals is null && resources is not null && !element.TryGetProperty("Principal", out _);
        return actions is null || conditions is null || !fits
            ? null
            : new PolicyStatement(
                sid, effect.GetString() == "Allow", principals, actions, exceptActions, resources, exceptResources,
                conditions, hasVariables);
    }

    private static List<string>? OneOf(JsonElement element, string name, string except, out bool isExcept)
    {
        isExcept = element.TryGetProperty(except, out var excepted);
        var isPlain = element.TryGetProperty(name, out var plain);
        return isExcept == isPlain ? null : Texts(isPlain ? plain : excepted);
    }

    private static PrincipalSet? Principals(JsonElement element)
    {
        if (!element.TryGetProperty("Principal", out var principal))
            return null;
        if (principal.ValueKind == JsonValueKind.String)
            return principal.GetString() == "*" ? new PrincipalSet(["*"]) : null;
        if (principal.ValueKind != JsonValueKind.Object || !principal.EnumerateObject().Any())
            return null;
        var values =
            principal.EnumerateObject().ToDictionary(property => property.Name, property => Texts(property.Value));
        var known = values.All(
            pair => pair.Key is "AWS" or "Service" or "Federated" or "CanonicalUser" && pair.Value is not null);
        var aws = values.GetValueOrDefault("AWS") ?? [];
        return known && aws.All(IsPrincipal) ? new PrincipalSet(aws) : null;
    }

    /// <summary>IAM takes no wildcard inside a principal's ARN.</summary>
    private static bool IsPrincipal(string text) =>
        text == "*" || AccountId.IsOne(text)
            || (text.StartsWith("arn:", StringComparison.Ordinal) && !text.Contains('*'));

    private static List<PolicyCondition>? Conditions(JsonElement element)
    {
        if (!element.TryGetProperty("Condition", out var operators))
            return [];
        if (operators.ValueKind != JsonValueKind.Object)
            return null;
        var conditions = new List<PolicyCondition>();
        foreach (var named in operators.EnumerateObject())
        {
            if (named.Value.ValueKind != JsonValueKind.Object)
                return null;
            foreach (var key in named.Value.EnumerateObject())
            {
                if (Texts(key.Value) is not { } values)
                    return null;
                conditions.Add(new PolicyCondition(named.Name, key.Name, values));
            }
        }

        return conditions.TrueForAll(condition => condition.IsKnown) ? conditions : null;
    }

    private static List<string>? Texts(JsonElement element)
    {
        var items = element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().ToList() : [element];
        var texts = items.Select(Text).ToList();
        return texts.Count == 0 || texts.Contains(null) ? null : [.. texts.OfType<string>()];
    }

    private static string? Text(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.String => item.GetString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => item.GetRawText(),
        _ => null,
    };
}
