using Archera.Contracts.Identity;

namespace Archera.Contracts.Commitments;

/// <summary>A commitment, and whose bill it is on.</summary>
[GenerateSerializer, Immutable, Alias("archera.HeldCommitment")]
public sealed record HeldCommitment(
    [property: Id(0)] PayerAccountKey Payer, [property: Id(1)] CommitmentItem Item);
