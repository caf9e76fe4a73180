using System.Collections.Immutable;
using Archera.Contracts.Accounts;
using Archera.Contracts.Refresh;

namespace Archera.Contracts.Commitments;

/// <summary>What AWS recommends one payer.</summary>
/// <param name="Standing">Whether the payer is the tenant's; nothing else has a meaning unless owned.</param>
/// <param name="Connection">Where the tenant's claim stands; null unless the standing is not connected.</param>
/// <param name="ReadAt">When the newest list was read; null: none was.</param>
/// <param name="Late">Why the list is not there, or old; empty when it is as it should be.</param>
[GenerateSerializer, Immutable, Alias("archera.RecommendationsView")]
public sealed record RecommendationsView(
    [property: Id(0)] ReadStanding Standing,
    [property: Id(1)] ConnectionMode Mode,
    [property: Id(2)] ConnectionState? Connection,
    [property: Id(3)] ImmutableArray<CommitmentRecommendation> Items,
    [property: Id(4)] DateTimeOffset? ReadAt,
    [property: Id(5)] ImmutableArray<LateRead> Late)
{
    public static RecommendationsView Of(ReadStanding standing, ConnectionState? connection = null) =>
        new(standing, ConnectionMode.Payer, connection, [], null, []);
}
