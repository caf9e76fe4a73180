namespace Archera.Sandbox.Aws.Iam;

/// <summary>One statement. A list that the document does not have is null.</summary>
public sealed record PolicyStatement(
    string? Sid,
    bool Allows,
    PrincipalSet? Principals,
    IReadOnlyList<string> Actions,
    bool ExceptActions,
    IReadOnlyList<string>? Resources,
    bool ExceptResources,
    IReadOnlyList<PolicyCondition> Conditions)
{
    public bool Speaks(PolicyRequest request) =>
        Actions.Any(pattern => Wildcard.Matches(pattern, request.Action, ignoreCase: true)) != ExceptActions
        && (Resources is null || Covers(Resources, request.Resources) != ExceptResources)
        && Conditions.All(condition => condition.Holds(request.Context));

    private static bool Covers(IReadOnlyList<string> patterns, IReadOnlyList<string> resources) =>
        patterns.Any(pattern => resources.Any(resource => Wildcard.Matches(pattern, resource)));
}
