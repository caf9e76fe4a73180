using System.Collections.Immutable;
using Archera.Contracts.Identity;

namespace Archera.Contracts.LinkedAccounts;

/// <summary>An account of an organization, as its listings told it. Times are of the billing clock.</summary>
/// <param name="State">AWS's word, such as <c>ACTIVE</c>; of one that has left, the last one heard.</param>
/// <param name="JoinedAt">When it joined, as AWS says; null where AWS does not.</param>
/// <param name="FirstSeenAt">When a listing had it first; null for an account connected alone.</param>
/// <param name="LeftAt">When it was first missing on a listing; null while it is a member.</param>
/// <param name="ReturnedAt">When it was last found to have come back; null where it never did.</param>
/// <param name="History">Oldest first.</param>
[GenerateSerializer, Immutable, Alias("archera.MemberView")]
public sealed record MemberView(
    [property: Id(0)] AwsAccountId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string State,
    [property: Id(3)] DateTimeOffset? JoinedAt,
    [property: Id(4)] DateTimeOffset? FirstSeenAt,
    [property: Id(5)] DateTimeOffset? LeftAt,
    [property: Id(6)] DateTimeOffset? ReturnedAt,
    [property: Id(7)] ImmutableArray<MemberEvent> History);
