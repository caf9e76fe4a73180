using System.Collections.Immutable;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Offboarding;

/// <summary>What an offboarding still needs of a claim that is going.</summary>
/// <param name="IsOwner">The tenant owned the account: everything read from it goes. Otherwise the claim alone.</param>
/// <param name="Role">The role in use, or the one that was to be; null when none is stored. It is tried a last time.
/// </param>
/// <param name="ExternalIds">The claim's external ids, the one in use first.</param>
/// <param name="DataKeys">The ids of the data keys that the account's records are sealed with; empty unless it is the
/// owner's claim.</param>
/// <param name="OtherRole">The role that was to replace the one in use, tried too; null when there is none.</param>
[GenerateSerializer, Immutable, Alias("archera.DepartingClaim")]
public sealed record DepartingClaim(
    [property: Id(0)] bool IsOwner,
    [property: Id(1)] RoleArn? Role,
    [property: Id(2)] ImmutableArray<ExternalId> ExternalIds,
    [property: Id(3)] ConnectionMode Mode,
    [property: Id(4)] ImmutableArray<string> DataKeys,
    [property: Id(5)] RoleArn? OtherRole = null)
{
    /// <summary>The linked accounts that are read through the owner's claim.</summary>
    [Id(6)]
    public ImmutableArray<AwsAccountId> Linked { get; init; } = [];
}
