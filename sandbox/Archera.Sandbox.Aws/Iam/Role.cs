using System.Collections.Immutable;

namespace Archera.Sandbox.Aws.Iam;

/// <summary>A role as it is now.</summary>
/// <param name="Id">The unique <c>AROA…</c> id: a role that is deleted and made again gets another.</param>
/// <param name="Policies">The inline policies by name; one that allows is enough, one that denies decides.</param>
/// <param name="TrustedRoleIds">
/// The unique ids that the roles named in the trust policy had when it was stored, as IAM keeps them.
/// </param>
public sealed record Role(
    RoleArn Arn,
    string Id,
    PolicyDocument TrustPolicy,
    ImmutableSortedDictionary<string, PolicyDocument> Policies,
    int MaxSessionSeconds,
    IReadOnlyDictionary<string, string> TrustedRoleIds,
    DateTimeOffset CreatedAt)
{
    public static readonly ImmutableSortedDictionary<string, PolicyDocument> NoPolicies =
        ImmutableSortedDictionary.Create<string, PolicyDocument>(StringComparer.Ordinal);

    public string? Description { get; init; }

    /// <summary>The managed policies that are attached, by ARN.</summary>
    public ImmutableSortedSet<string> ManagedPolicyArns { get; init; } =
        ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>They are principal tags of every session of the role.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;
}
