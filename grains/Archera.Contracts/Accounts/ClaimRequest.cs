namespace Archera.Contracts.Accounts;

[GenerateSerializer, Immutable, Alias("archera.ClaimRequest")]
public sealed record ClaimRequest(
    [property: Id(0)] PermissionTier Tier,
    [property: Id(1)] ConnectionMode Mode);
