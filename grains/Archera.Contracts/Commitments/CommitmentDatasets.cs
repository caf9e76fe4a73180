using System.Collections.Immutable;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Commitments;

/// <summary>The datasets of a commitment report, one a kind; and AWS's advice, which is no report.</summary>
public static class CommitmentDatasets
{
    public static DatasetName SavingsPlans { get; } = DatasetName.Parse("SavingsPlans");

    public static DatasetName Reservations { get; } = DatasetName.Parse("Reservations");

    public static DatasetName Recommendations { get; } = DatasetName.Parse("CommitmentRecommendations");

    public static ImmutableArray<DatasetName> Daily { get; } = [SavingsPlans, Reservations];

    public static DatasetName Of(CommitmentKind kind) =>
        kind == CommitmentKind.SavingsPlans ? SavingsPlans : Reservations;
}
