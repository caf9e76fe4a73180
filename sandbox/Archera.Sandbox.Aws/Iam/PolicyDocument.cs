using System.Diagnostics.CodeAnalysis;

namespace Archera.Sandbox.Aws.Iam;

/// <summary>A parsed policy: identity, session or trust.</summary>
public sealed class PolicyDocument
{
    internal PolicyDocument(string json, IReadOnlyList<PolicyStatement> statements)
    {
        Json = json;
        Statements = statements;
    }

    /// <summary>The document as it was given.</summary>
    public string Json { get; }

    public IReadOnlyList<PolicyStatement> Statements { get; }

    public static bool TryParse(
        string json,
        PolicyKind kind,
        [NotNullWhen(true)] out PolicyDocument? policy,
        [NotNullWhen(false)] out string? error) => PolicyParser.TryParse(json, kind, out policy, out error);

    public static PolicyDocument Parse(string json, PolicyKind kind) =>
        TryParse(json, kind, out var policy, out var error) ? policy : throw new FormatException(error);

    /// <summary>What several policies of one kind say together: a Deny decides, else one Allow is enough.</summary>
    public static PolicyDecision Decide(IEnumerable<PolicyDocument> policies, PolicyRequest request) =>
        policies.Select(policy => policy.Decide(request)).DefaultIfEmpty(PolicyDecision.Silent).Max();

    public PolicyDecision Decide(PolicyRequest request)
    {
        var speaking = Statements.Where(statement => statement.Speaks(request)).ToList();
        return speaking.Exists(statement => !statement.Allows) ? PolicyDecision.Denied
            : speaking.Count > 0 ? PolicyDecision.Allowed
            : PolicyDecision.Silent;
    }
}
