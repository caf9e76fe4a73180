using Archera.Sandbox.Aws.Sts;

namespace Archera.Sandbox.Aws.Iam;

/// <summary>Who signed a call, with the rights that it has at this moment.</summary>
/// <param name="UserId"><c>AIDA…</c> for a user, <c>AROA…:session</c> for a session.</param>
/// <param name="Session">Null for a user, whose keys do not expire.</param>
public sealed record Caller(
    string AccountId,
    string Arn,
    string UserId,
    string AccessKeyId,
    PolicyDocument IdentityPolicy,
    RoleSession? Session = null)
{
    public string AccountRootArn => $"arn:{Partition}:iam::{AccountId}:root";

    /// <summary>Credentials never cross partitions.</summary>
    public string Partition => Arn.Split(':')[1];
}
