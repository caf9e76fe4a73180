namespace Archera.Sandbox.Aws.Worlds;

/// <summary>An AWS organization: its management (payer) account, its members, and its bill.</summary>
/// <param name="Id"><c>o-</c> and 10 to 32 lower-case letters or digits.</param>
/// <param name="PayerAccountId">The management account; it is also the first of <paramref name="Accounts"/>.</param>
public sealed record Organization(
    string Id,
    string PayerAccountId,
    IReadOnlyList<MemberAccount> Accounts,
    IBill Bill);
