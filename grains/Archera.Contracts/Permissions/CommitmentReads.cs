using System.Collections.Immutable;
using Archera.Contracts.Accounts;
using Archera.Contracts.Commitments;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Permissions;

/// <summary>The reads of Savings Plans and reservations: sums and terms of contracts, in the payer alone.</summary>
internal static class CommitmentReads
{
    private const string Plans = "coverage, use and inventory of Savings Plans.";
    private const string Advice = "what AWS recommends to buy.";
    private const string Reserved = "coverage, use and inventory of reservations.";

    /// <summary>Of Cost Explorer.</summary>
    public static ImmutableArray<PermissionRow> Rows { get; } =
    [
        Row(
            "ce:GetReservationCoverage", CommitmentDatasets.Reservations,
            "It tells how many machine-hours a day reservations covered, by service: sums, never resources.", Reserved),
        Row(
            "ce:GetReservationPurchaseRecommendation", CommitmentDatasets.Recommendations,
            "It tells which reservations AWS itself recommends to buy, with its estimates.", Advice),
        Row(
            "ce:GetReservationUtilization", CommitmentDatasets.Reservations,
            "It tells how far reservations were used, and each one's type, term and end.", Reserved),
        Row(
            "ce:GetSavingsPlansCoverage", CommitmentDatasets.SavingsPlans,
            "It tells how much of a day's cost Savings Plans covered: sums, never resources.", Plans),
        Row(
            "ce:GetSavingsPlansPurchaseRecommendation", CommitmentDatasets.Recommendations,
            "It tells which Savings Plans AWS itself recommends to buy, with its estimates.", Advice),
        Row(
            "ce:GetSavingsPlansUtilization", CommitmentDatasets.SavingsPlans,
            "It tells how far Savings Plans were used, and what of them was paid for nothing.", Plans),
        Row(
            "ce:GetSavingsPlansUtilizationDetails", CommitmentDatasets.SavingsPlans,
            "It lists the Savings Plans of all accounts, with type, commitment, term and end.", Plans),
    ];

    public static PermissionRow OwnPlans { get; } = Row(
        "savingsplans:DescribeSavingsPlans", CommitmentDatasets.SavingsPlans,
        "It lists the payer's own Savings Plans in every state, so that none that is there is taken for missing.",
        Plans);

    private static PermissionRow Row(string action, DatasetName dataset, string reason, string missing) =>
        new(action, PermissionTier.Trial, PermissionScope.Payer, [dataset], reason, missing)
        {
            PayerDatasets = [dataset],
        };
}
