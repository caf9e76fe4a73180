using System.Collections.Immutable;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Accounts;

/// <summary>A claim as its own tenant sees it.</summary>
/// <param name="RoleArn">The verified role, or the candidate while none is verified.</param>
/// <param name="NextExternalId">The external id that takes the other's place once it is verified; null while none
/// waits.</param>
/// <param name="LastError">The newest failure in words; null when the last attempt succeeded.</param>
[GenerateSerializer, Immutable, Alias("archera.PayerAccountView")]
public sealed record PayerAccountView(
    [property: Id(0)] PayerAccountKey PayerAccount,
    [property: Id(1)] PermissionTier Tier,
    [property: Id(2)] ConnectionMode Mode,
    [property: Id(3)] ConnectionState Connection,
    [property: Id(4)] ExternalId ExternalId,
    [property: Id(5)] RoleArn? RoleArn,
    [property: Id(6)] ImmutableArray<DatasetStatus> Datasets,
    [property: Id(7)] string? LastError,
    [property: Id(8)] ExternalId? NextExternalId = null);
