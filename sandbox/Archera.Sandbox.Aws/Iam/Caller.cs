using System.Collections.Immutable;
using Archera.Sandbox.Aws.Sts;

namespace Archera.Sandbox.Aws.Iam;

/// <summary>Who signed a call, with the rights that it has at this moment.</summary>
/// <param name="UserId"><c>AIDA…</c> for a user, <c>AROA…:session</c> for a session.</param>
/// <param name="IdentityPolicies">The user's or the role's own; one of them must allow.</param>
/// <param name="Session">Null for a user, whose keys do not expire.</param>
public sealed record Caller(
    string AccountId,
    string Arn,
    string UserId,
    string AccessKeyId,
    IReadOnlyCollection<PolicyDocument> IdentityPolicies,
    RoleSession? Session = null)
{
    /// <summary>The role's tags, and over them the session's.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What the organization forbids to every principal of the account.</summary>
    public IReadOnlyCollection<PolicyDocument> ControlPolicies { get; init; } = [];

    public string AccountRootArn => $"arn:{Partition}:iam::{AccountId}:root";

    /// <summary>Credentials never cross partitions.</summary>
    public string Partition => Arn.Split(':')[1];

    public static Caller Of(RoleSession session, Role role) => new(
        session.AccountId,
        session.Arn,
        session.UserId,
        session.AccessKeyId,
        [.. role.Policies.Values, .. ManagedPolicies.Read(role.ManagedPolicyArns)],
        session)
    {
        Tags = session.Tags.Aggregate(
            role.Tags.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase),
            (tags, tag) => tags.SetItem(tag.Key, tag.Value)),
    };
}
