namespace Archera.Sandbox.Aws.Iam;

/// <summary>One statement. A list that the document does not have is null.</summary>
/// <param name="HasVariables">The document is of the version in which <c>${…}</c> is a variable.</param>
public sealed record PolicyStatement(
    string? Sid,
    bool Allows,
    PrincipalSet? Principals,
    IReadOnlyList<string> Actions,
    bool ExceptActions,
    IReadOnlyList<string>? Resources,
    bool ExceptResources,
    IReadOnlyList<PolicyCondition> Conditions,
    bool HasVariables)
{
    public bool Speaks(PolicyRequest request) =>
        Actions.Any(pattern => Wildcard.Matches(pattern, request.Action, ignoreCase: true)) != ExceptActions
        && (Resources is null || Covers(Resources, request) != ExceptResources)
        && Conditions.All(condition => condition.Holds(request.Context, HasVariables));

    private bool Covers(IReadOnlyList<string> patterns, PolicyRequest request) => patterns
        .Select(pattern => HasVariables ? PolicyVariables.Expand(pattern, request.Context, asPattern: true) : pattern)
        .OfType<string>()
        .Any(pattern => request.Resources.Any(resource => Wildcard.Matches(pattern, resource)));
}
