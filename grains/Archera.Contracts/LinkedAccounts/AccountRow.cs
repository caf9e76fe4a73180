using Archera.Contracts.Identity;

namespace Archera.Contracts.LinkedAccounts;

/// <summary>An account and the payer whose organization it is in, or was.</summary>
/// <param name="MovedTo">It has left and is in the organization of that payer of the tenant's; null otherwise.</param>
[GenerateSerializer, Immutable, Alias("archera.AccountRow")]
public sealed record AccountRow(
    [property: Id(0)] PayerAccountKey Payer,
    [property: Id(1)] MembershipKind Membership,
    [property: Id(2)] MemberView Account,
    [property: Id(3)] PayerAccountKey? MovedTo = null);
