using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Time;

namespace Archera.Contracts.Reconciliation;

/// <param name="PayerAccounts">Only these; empty = all of the tenant's.</param>
[GenerateSerializer, Immutable, Alias("archera.ReconciliationQuery")]
public sealed record ReconciliationQuery(
    [property: Id(0)] YearMonth Month,
    [property: Id(1)] ImmutableArray<PayerAccountKey> PayerAccounts);
