namespace Archera.Sandbox.Aws.Iam;

/// <summary>What is asked of a policy.</summary>
/// <param name="Resources">Every ARN under which AWS accepts a grant for this call; one match is enough.</param>
public sealed record PolicyRequest(string Action, IReadOnlyList<string> Resources, ConditionContext Context);
