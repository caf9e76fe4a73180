using System.Collections.Immutable;
using Archera.Contracts.Accounts;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Permissions;

/// <summary>
/// The reads that tier Production grants beyond the exact ones, so that a new dataset needs no change of the role. Each
/// wildcard is as narrow as a purpose: none reaches what runs inside a machine, what is stored, or what people write to
/// each other. <c>docs/permissions.md</c> lists what each reaches; AWS may add to it, so no session of ours holds one.
/// </summary>
public static class ProductionReads
{
    public static ImmutableArray<PermissionRow> Rows { get; } =
    [
        Connected(
            "ce:Get*",
            "It reads costs, forecasts, anomalies and whom AWS tells of them, and the coverage, use and recommended "
            + "purchase of commitments.",
            "all cost figures of the account.",
            "CommitmentRecommendations",
            "CostByRecordType",
            "CostByRegion",
            "CostByServiceAndAccount",
            "CostByUsageType",
            "Reservations",
            "SavingsPlans") with
        {
            PayerDatasets =
            [
                DatasetName.Parse("CommitmentRecommendations"), DatasetName.Parse("CostByUsageType"),
                DatasetName.Parse("Reservations"), DatasetName.Parse("SavingsPlans"),
            ],
        },
        Connected(
            "ce:Describe*",
            "It reads how cost categories are defined: the customer's own division of its bill.",
            "figures by cost category."),
        Connected("ce:List*", "It lists the cost categories and allocation tags.", "figures by cost category or tag."),
        Payer(
            "organizations:ListAccounts*",
            "It lists the linked accounts, so that one whose figures are missing can be named.",
            "the list of linked accounts.",
            "LinkedAccounts") with
        {
            PayerDatasets = [DatasetName.Parse("LinkedAccounts")],
        },
        Payer(
            "organizations:ListRoots",
            "It finds the root that the organizational units hang from.",
            "figures by organizational unit."),
        Payer(
            "organizations:ListOrganizationalUnitsForParent",
            "It lists the organizational units: the customer's own division of its accounts.",
            "figures by organizational unit."),
        Payer(
            "organizations:ListParents",
            "It tells which organizational unit an account is in.",
            "figures by organizational unit."),
        Payer(
            "organizations:ListTagsForResource",
            "It reads the tags of accounts and organizational units.",
            "figures by tag of an account."),
        Everywhere(
            "savingsplans:Describe*",
            "It reads the Savings Plans that the account owns, and their rates.",
            "the inventory of Savings Plans and when they end.") with
        {
            Datasets = [DatasetName.Parse("SavingsPlans")],
            PayerDatasets = [DatasetName.Parse("SavingsPlans")],
        },
        Everywhere(
            "ec2:DescribeReservedInstances*",
            "It reads EC2 reservations, their listings and modifications.",
            "the inventory of EC2 reservations and when they end."),
        Everywhere(
            "ec2:DescribeCapacityReservation*",
            "It reads capacity reservations, which cost whether they are used or not.",
            "unused capacity reservations."),
        Everywhere(
            "ec2:DescribeHostReservation*",
            "It reads reservations of dedicated hosts.",
            "the inventory of host reservations."),
        Everywhere(
            "rds:DescribeReservedDBInstances*",
            "It reads database reservations and what they are offered at.",
            "the inventory of database reservations."),
        Everywhere(
            "redshift:DescribeReservedNode*",
            "It reads Redshift reservations and what they are offered at.",
            "the inventory of Redshift reservations."),
        Everywhere(
            "elasticache:DescribeReservedCacheNodes*",
            "It reads cache reservations and what they are offered at.",
            "the inventory of cache reservations."),
        Everywhere(
            "es:DescribeReserved*",
            "It reads OpenSearch reservations and what they are offered at.",
            "the inventory of OpenSearch reservations."),
        Everywhere(
            "memorydb:DescribeReservedNodes*",
            "It reads MemoryDB reservations and what they are offered at.",
            "the inventory of MemoryDB reservations."),
        Everywhere(
            "compute-optimizer:Get*",
            "It reads AWS's own recommendations of machine sizes.",
            "AWS's recommendations, which ours are compared with."),
        Payer("budgets:ViewBudget", "It reads the budgets that the customer has set.", "budgets beside the figures."),
        Payer("cur:Describe*", "It reads which cost and usage reports exist, not the reports.", "the list of reports."),
    ];

    private static PermissionRow Everywhere(string action, string reason, string missing) =>
        Row(action, PermissionScope.EveryAccount, reason, missing, []);

    private static PermissionRow Connected(string action, string reason, string missing, params string[] datasets) =>
        Row(action, PermissionScope.ConnectedAccount, reason, missing, datasets);

    private static PermissionRow Payer(string action, string reason, string missing, params string[] datasets) =>
        Row(action, PermissionScope.Payer, reason, missing, datasets);

    private static PermissionRow Row(
        string action, PermissionScope scope, string reason, string missing, string[] datasets) => new(
        action, PermissionTier.Production, scope, [.. datasets.Select(DatasetName.Parse)], reason, missing);
}
