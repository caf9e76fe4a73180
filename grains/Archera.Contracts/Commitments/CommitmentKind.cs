namespace Archera.Contracts.Commitments;

/// <summary>What a customer commits itself with. Stored by name: the order may change, the names may not.</summary>
[GenerateSerializer, Alias("archera.CommitmentKind")]
public enum CommitmentKind
{
    SavingsPlans,
    Reservations,
}
