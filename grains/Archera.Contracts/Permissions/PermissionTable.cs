using System.Collections.Immutable;
using Archera.Contracts.Accounts;

namespace Archera.Contracts.Permissions;

/// <summary>
/// The one table of permissions: the documentation, every template, the session policies and the remedies are made
/// from it.
/// </summary>
public static class PermissionTable
{
    public static ImmutableArray<PermissionRow> Rows { get; } =
    [
        new(
            "ce:GetCostAndUsage",
            PermissionTier.Trial,
            PermissionScope.EveryAccount,
            ["CostByServiceAndAccount", "CostByRecordType"],
            "Reads daily cost by service, linked account and record type. It returns sums, never resources.",
            "All cost figures of the account."),
        new(
            "organizations:DescribeOrganization",
            PermissionTier.Trial,
            PermissionScope.EveryAccount,
            [],
            "Proves that the account is its organization's management account, or whose member it is.",
            "The account can't be connected: nobody could tell whose bill it is."),
        new(
            "organizations:ListAccounts",
            PermissionTier.Trial,
            PermissionScope.Payer,
            ["LinkedAccounts"],
            "Lists the linked accounts, so that an account whose figures are missing is named.",
            "The list of linked accounts: which of them are late can't be said."),
    ];
}
