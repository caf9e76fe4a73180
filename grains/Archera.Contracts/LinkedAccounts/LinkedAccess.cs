using Archera.Contracts.Identity;

namespace Archera.Contracts.LinkedAccounts;

/// <summary>
/// What a linked account is read with: the role of its payer's stack set, and the payer's external id.
/// </summary>
/// <param name="Tenant">The tenant that it is read for.</param>
[GenerateSerializer, Immutable, Alias("archera.LinkedAccess")]
public sealed record LinkedAccess(
    [property: Id(0)] TenantId Tenant,
    [property: Id(1)] RoleArn Role,
    [property: Id(2)] ExternalId ExternalId);
