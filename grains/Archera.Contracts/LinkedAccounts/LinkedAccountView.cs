using Archera.Contracts.Identity;

namespace Archera.Contracts.LinkedAccounts;

/// <summary>A linked account as its payer lists it.</summary>
/// <param name="Name">As Organizations has it; empty for an account that is connected alone.</param>
/// <param name="State">AWS's word, such as <c>ACTIVE</c> or <c>SUSPENDED</c>.</param>
/// <param name="LeftAt">When a listing missed it; null while it is a member.</param>
[GenerateSerializer, Immutable, Alias("archera.LinkedAccountView")]
public sealed record LinkedAccountView(
    [property: Id(0)] AwsAccountId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string State,
    [property: Id(3)] DateTimeOffset? JoinedAt,
    [property: Id(4)] DateTimeOffset? LeftAt = null);
