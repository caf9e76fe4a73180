using System.Collections.Immutable;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Permissions;

/// <summary>
/// The one table of permissions: the documentation, every template, the session policies and the remedies are made
/// from it. Tier Trial is exactly what the datasets and the verification use; a test holds it against them.
/// </summary>
public static class PermissionTable
{
    /// <summary>
    /// Exact read actions: what tier Trial grants, and all that a session of ours may ever do. Each is known to return
    /// metadata of the bill or the organization, never what a customer stores.
    /// </summary>
    public static ImmutableArray<PermissionRow> Reads { get; } =
    [
        new(
            "ce:GetCostAndUsage",
            PermissionTier.Trial,
            PermissionScope.ConnectedAccount,
            [
                DatasetName.Parse("CostByRecordType"), DatasetName.Parse("CostByRegion"),
                DatasetName.Parse("CostByServiceAndAccount"), DatasetName.Parse("CostByUsageType"),
                DatasetName.Parse("Reservations"), DatasetName.Parse("SavingsPlans"),
            ],
            "It reads daily cost by service, linked account, record type, Region and usage type: sums, never "
            + "resources.",
            "all cost figures of the account.")
        {
            PayerDatasets =
            [
                DatasetName.Parse("CostByUsageType"), DatasetName.Parse("Reservations"),
                DatasetName.Parse("SavingsPlans"),
            ],
        },
        .. CommitmentReads.Rows,
        new(
            "cloudwatch:GetMetricData",
            PermissionTier.Trial,
            PermissionScope.EveryAccount,
            [DatasetName.Parse("Utilization")],
            "It reads metrics of machines, such as CPU and network use: numbers, never logs.",
            "how much of a machine is used, and which are idle."),
        new(
            "cloudwatch:ListMetrics",
            PermissionTier.Trial,
            PermissionScope.EveryAccount,
            [DatasetName.Parse("Utilization")],
            "It lists which metrics machines have, so that none is asked for in vain: each asked for is paid.",
            "how much of a machine is used, and which are idle."),
        new(
            "ec2:DescribeInstances",
            PermissionTier.Trial,
            PermissionScope.EveryAccount,
            [DatasetName.Parse("Machines")],
            "It lists machines with type, state and times of start and stop: nothing of what is on them.",
            "which machines the account has, and when they were up."),
        new(
            "ec2:DescribeRegions",
            PermissionTier.Trial,
            PermissionScope.EveryAccount,
            [DatasetName.Parse("Machines"), DatasetName.Parse("Utilization")],
            "It tells the Regions that the account is in, so that none is taken for one without machines.",
            "which machines the account has, and when they were up."),
        new(
            "organizations:DescribeOrganization",
            PermissionTier.Trial,
            PermissionScope.ConnectedAccount,
            [],
            "It proves that the account is its organization's management account, or whose member it is.",
            "the connection itself: nobody could tell whose bill it is.",
            Verifies: true),
        new(
            "organizations:ListAccounts",
            PermissionTier.Trial,
            PermissionScope.Payer,
            [DatasetName.Parse("LinkedAccounts")],
            "It lists the linked accounts, so that one whose figures are missing can be named.",
            "the list of linked accounts.")
        {
            PayerDatasets = [DatasetName.Parse("LinkedAccounts")],
        },
        CommitmentReads.OwnPlans,
    ];

    /// <summary>All rows of both tiers.</summary>
    public static ImmutableArray<PermissionRow> Rows { get; } =
        [.. Reads, .. ProductionReads.Rows, .. CommitmentWrites.Rows];

    /// <summary>The row of an exact read action; null for one that we never use.</summary>
    public static PermissionRow? Find(string action) => Reads.FirstOrDefault(row => row.Action == action);

    /// <summary>
    /// The rows that the role of an account connected in this mode grants, reads first. In tier Production a row that a
    /// wildcard covers is left out.
    /// </summary>
    public static ImmutableArray<PermissionRow> GrantedTo(PermissionTier tier, ConnectionMode mode) =>
        Uncovered(Rows.Where(row => row.Tier <= tier && IsIn(row, mode)));

    /// <summary>
    /// The rows that the roles in the linked accounts of a connected payer grant: what is read there, and no more.
    /// </summary>
    public static ImmutableArray<PermissionRow> GrantedInMembers(PermissionTier tier) =>
        Uncovered(Rows.Where(row => row.Tier <= tier && row.Scope == PermissionScope.EveryAccount));

    /// <summary>The exact read actions of an account connected in this mode, whatever its tier.</summary>
    public static ImmutableArray<PermissionRow> ReadIn(ConnectionMode mode) =>
        [.. Reads.Where(row => IsIn(row, mode))];

    private static bool IsIn(PermissionRow row, ConnectionMode mode) =>
        row.Scope != PermissionScope.Payer || mode == ConnectionMode.Payer;

    private static ImmutableArray<PermissionRow> Uncovered(IEnumerable<PermissionRow> granted)
    {
        var rows = granted.ToImmutableArray();
        return [.. rows.Where(row => !rows.Any(other => other != row && other.Covers(row.Action)))];
    }
}
