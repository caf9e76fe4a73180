using Archera.Sandbox.Aws.Iam;

namespace Archera.Sandbox.Aws.Sts;

/// <summary>The credentials of one assumed role, and what was settled when they were issued.</summary>
/// <param name="RoleId">The role's unique id then: when it is no longer the role's, the session is dead.</param>
/// <param name="Policy">The session policy; null when none was passed.</param>
public sealed record RoleSession(
    string AccessKeyId,
    string SecretAccessKey,
    string SessionToken,
    string RoleArn,
    string RoleId,
    string AccountId,
    string Name,
    DateTimeOffset IssuedAt,
    DateTimeOffset ExpiresAt,
    string? SourceIdentity,
    PolicyDocument? Policy,
    IReadOnlyDictionary<string, string> Tags)
{
    public string Arn
    {
        get
        {
            var role = Iam.RoleArn.TryParse(RoleArn)!;
            return $"arn:{role.Partition}:sts::{role.AccountId}:assumed-role/{role.Name}/{Name}";
        }
    }

    public string UserId => $"{RoleId}:{Name}";

    /// <summary>Everything but the credentials: this type is never a way for a secret into a log.</summary>
    public override string ToString() => $"{Arn} until {ExpiresAt:O}";
}
