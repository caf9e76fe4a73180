namespace Archera.Sandbox.Aws.Iam;

/// <summary>An IAM user: a principal with long-term keys and one policy.</summary>
public sealed record IamUser(
    string AccountId,
    string UserArn,
    string UserId,
    string AccessKeyId,
    string SecretAccessKey,
    PolicyDocument Policy)
{
    internal Caller AsCaller() => new(AccountId, UserArn, UserId, AccessKeyId, [Policy]);

    /// <summary>Everything but the keys: this type is never a way for a secret into a log.</summary>
    public override string ToString() => UserArn;
}
