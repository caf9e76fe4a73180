using Archera.Contracts.Identity;

namespace Archera.Contracts.Commitments;

/// <param name="Period">The day, or the first of the month.</param>
[GenerateSerializer, Immutable, Alias("archera.CommitmentRow")]
public sealed record CommitmentRow(
    [property: Id(0)] DateOnly Period,
    [property: Id(1)] PayerAccountKey Payer,
    [property: Id(2)] CommitmentKind Kind,
    [property: Id(3)] string Service,
    [property: Id(4)] string Currency,
    [property: Id(5)] CommitmentFigures Figures);
