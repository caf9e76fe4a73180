namespace Archera.Contracts.Commitments;

/// <summary>The sums over the whole range; currencies are never added up, nor are the two kinds.</summary>
[GenerateSerializer, Immutable, Alias("archera.CommitmentTotal")]
public sealed record CommitmentTotal(
    [property: Id(0)] CommitmentKind Kind,
    [property: Id(1)] string Currency,
    [property: Id(2)] CommitmentFigures Figures);
