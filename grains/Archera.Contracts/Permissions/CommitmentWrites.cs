using System.Collections.Immutable;
using Archera.Contracts.Accounts;

namespace Archera.Contracts.Permissions;

/// <summary>
/// The writes that tier Production grants to the role in the payer account: to buy, change and end commitments, each by
/// its exact name. Nothing here calls them, and the policy of every session of ours leaves them out.
/// </summary>
public static class CommitmentWrites
{
    public static ImmutableArray<PermissionRow> Rows { get; } =
    [
        Write("savingsplans:CreateSavingsPlan", "It buys a Savings Plan.", "buying Savings Plans."),
        Write(
            "savingsplans:DeleteQueuedSavingsPlan",
            "It takes back a purchase that was queued for later.",
            "taking back a queued Savings Plan."),
        Write(
            "savingsplans:ReturnSavingsPlan",
            "It returns a Savings Plan within AWS's return window.",
            "returning a Savings Plan."),
        Write(
            "ce:StartSavingsPlansPurchaseRecommendationGeneration",
            "It asks AWS to calculate its Savings Plans recommendations anew.",
            "recommendations fresher than AWS's own rhythm."),
        Write("ec2:PurchaseReservedInstancesOffering", "It buys an EC2 reservation.", "buying EC2 reservations."),
        Write(
            "ec2:ModifyReservedInstances",
            "It splits, merges or moves EC2 reservations at no cost.",
            "fitting EC2 reservations to what runs."),
        Write(
            "ec2:AcceptReservedInstancesExchangeQuote",
            "It exchanges convertible EC2 reservations.",
            "exchanging EC2 reservations."),
        Write(
            "ec2:CreateReservedInstancesListing",
            "It offers an EC2 reservation on AWS's marketplace.",
            "selling EC2 reservations."),
        Write(
            "ec2:CancelReservedInstancesListing",
            "It takes such an offer back.",
            "taking back an offered EC2 reservation."),
        Write(
            "ec2:DeleteQueuedReservedInstances",
            "It takes back EC2 purchases that were queued for later.",
            "taking back queued EC2 reservations."),
        Write(
            "ec2:CreateCapacityReservation",
            "It reserves capacity, which costs until it is cancelled.",
            "reserving capacity."),
        Write(
            "ec2:ModifyCapacityReservation",
            "It changes the size or end of a capacity reservation.",
            "changing capacity reservations."),
        Write(
            "ec2:CancelCapacityReservation",
            "It ends a capacity reservation.",
            "ending capacity reservations that nobody uses."),
        Write("ec2:PurchaseHostReservation", "It reserves dedicated hosts.", "reserving dedicated hosts."),
        Write(
            "ec2:PurchaseScheduledInstances",
            "It reserves machines for hours that recur.",
            "reservations of recurring hours."),
        Write("rds:PurchaseReservedDBInstancesOffering", "It reserves databases.", "buying database reservations."),
        Write("redshift:PurchaseReservedNodeOffering", "It reserves Redshift nodes.", "buying Redshift reservations."),
        Write(
            "redshift:AcceptReservedNodeExchange",
            "It exchanges Redshift reservations.",
            "exchanging Redshift reservations."),
        Write(
            "elasticache:PurchaseReservedCacheNodesOffering",
            "It reserves cache nodes.",
            "buying cache reservations."),
        Write(
            "es:PurchaseReservedInstanceOffering",
            "It reserves OpenSearch instances.",
            "buying OpenSearch reservations."),
        Write("memorydb:PurchaseReservedNodesOffering", "It reserves MemoryDB nodes.", "buying MemoryDB reservations."),
    ];

    private static PermissionRow Write(string action, string reason, string missing) => new(
        action, PermissionTier.Production, PermissionScope.Payer, [], reason, missing, Writes: true);
}
