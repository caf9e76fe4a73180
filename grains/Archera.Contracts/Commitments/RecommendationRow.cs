using Archera.Contracts.Identity;

namespace Archera.Contracts.Commitments;

/// <summary>A recommendation, and whose bill it is about.</summary>
[GenerateSerializer, Immutable, Alias("archera.RecommendationRow")]
public sealed record RecommendationRow(
    [property: Id(0)] PayerAccountKey Payer, [property: Id(1)] CommitmentRecommendation Recommendation);
