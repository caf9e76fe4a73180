using System.Collections.Immutable;
using Archera.Contracts.Reports;

namespace Archera.Contracts.Commitments;

/// <param name="Rows">By payer, kind, service and type.</param>
[GenerateSerializer, Immutable, Alias("archera.RecommendationReport")]
public sealed record RecommendationReport(
    [property: Id(0)] ImmutableArray<RecommendationRow> Rows, [property: Id(1)] Completeness Completeness);
