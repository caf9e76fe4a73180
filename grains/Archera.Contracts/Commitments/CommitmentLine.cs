namespace Archera.Contracts.Commitments;

/// <summary>One day's figures of one payer's Savings Plans, or of its reservations of one service.</summary>
/// <param name="Service">What the reservations are for, as AWS names it; empty for Savings Plans.</param>
[GenerateSerializer, Immutable, Alias("archera.CommitmentLine")]
public sealed record CommitmentLine(
    [property: Id(0)] DateOnly Day,
    [property: Id(1)] CommitmentKind Kind,
    [property: Id(2)] string Service,
    [property: Id(3)] string Currency,
    [property: Id(4)] CommitmentFigures Figures);
