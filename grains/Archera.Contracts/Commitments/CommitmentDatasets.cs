using System.Collections.Immutable;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Commitments;

/// <summary>The datasets that a commitment report is made of, one a kind.</summary>
public static class CommitmentDatasets
{
    public static DatasetName SavingsPlans { get; } = DatasetName.Parse("SavingsPlans");

    public static DatasetName Reservations { get; } = DatasetName.Parse("Reservations");

    public static ImmutableArray<DatasetName> Daily { get; } = [SavingsPlans, Reservations];

    public static DatasetName Of(CommitmentKind kind) =>
        kind == CommitmentKind.SavingsPlans ? SavingsPlans : Reservations;
}
