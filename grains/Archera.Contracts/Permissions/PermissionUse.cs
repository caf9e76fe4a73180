namespace Archera.Contracts.Permissions;

/// <summary>How one IAM action of an account's role was used: calls that AWS answered, whatever made them.</summary>
/// <param name="Action">As IAM writes it, such as <c>ce:GetCostAndUsage</c>.</param>
/// <param name="Calls">How many since the first.</param>
/// <param name="FirstUsedAt">When the refresh ended that used it first, by the billing clock.</param>
/// <param name="LastUsedAt">When the refresh ended that used it last.</param>
[GenerateSerializer, Immutable, Alias("archera.PermissionUse")]
public sealed record PermissionUse(
    [property: Id(0)] string Action,
    [property: Id(1)] long Calls,
    [property: Id(2)] DateTimeOffset FirstUsedAt,
    [property: Id(3)] DateTimeOffset LastUsedAt);
