namespace Archera.Sandbox.Aws.Iam;

/// <summary>A role as it is now.</summary>
/// <param name="Id">The unique <c>AROA…</c> id: a role that is deleted and made again gets another.</param>
/// <param name="TrustedRoleIds">
/// The unique ids that the roles named in the trust policy had when it was stored, as IAM keeps them.
/// </param>
public sealed record Role(
    RoleArn Arn,
    string Id,
    PolicyDocument TrustPolicy,
    PolicyDocument PermissionPolicy,
    int MaxSessionSeconds,
    IReadOnlyDictionary<string, string> TrustedRoleIds);
