using System.Collections.Immutable;
using Archera.Contracts.Accounts;

namespace Archera.Contracts.Permissions;

/// <summary>What a claim's role is asked to grant, and what was used of it.</summary>
/// <param name="AsOf">Now, by the billing clock.</param>
/// <param name="Uses">Every action that was ever used; empty for a claim that does not own the account.</param>
[GenerateSerializer, Immutable, Alias("archera.PermissionUseView")]
public sealed record PermissionUseView(
    [property: Id(0)] PermissionTier Tier,
    [property: Id(1)] ConnectionMode Mode,
    [property: Id(2)] DateTimeOffset AsOf,
    [property: Id(3)] ImmutableArray<PermissionUse> Uses);
