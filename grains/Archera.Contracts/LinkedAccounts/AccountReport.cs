using System.Collections.Immutable;
using Archera.Contracts.Reports;

namespace Archera.Contracts.LinkedAccounts;

/// <summary>The accounts of a tenant's organizations, with the statement whether they are all of them.</summary>
/// <param name="Rows">In the order of payer and id.</param>
[GenerateSerializer, Immutable, Alias("archera.AccountReport")]
public sealed record AccountReport(
    [property: Id(0)] ImmutableArray<AccountRow> Rows,
    [property: Id(1)] Completeness Completeness);
