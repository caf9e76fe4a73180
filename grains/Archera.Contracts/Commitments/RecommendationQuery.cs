using System.Collections.Immutable;
using Archera.Contracts.Identity;

namespace Archera.Contracts.Commitments;

/// <summary>A question about AWS's recommendations over all of a tenant's payers.</summary>
/// <param name="PayerAccounts">Those that it is about; empty: all.</param>
/// <param name="Kinds">Those that it is about; empty: both.</param>
[GenerateSerializer, Immutable, Alias("archera.RecommendationQuery")]
public sealed record RecommendationQuery(
    [property: Id(0)] ImmutableArray<PayerAccountKey> PayerAccounts,
    [property: Id(1)] ImmutableArray<CommitmentKind> Kinds)
{
    public bool Keeps(PayerAccountKey payer) => PayerAccounts.IsEmpty || PayerAccounts.Contains(payer);

    public bool Keeps(CommitmentKind kind) => Kinds.IsEmpty || Kinds.Contains(kind);
}
