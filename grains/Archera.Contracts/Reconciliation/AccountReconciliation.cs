using System.Collections.Immutable;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;

namespace Archera.Contracts.Reconciliation;

/// <summary>What one account knows of a month of its own.</summary>
/// <param name="Completeness">Null unless the account is read for the tenant that asks.</param>
[GenerateSerializer, Immutable, Alias("archera.AccountReconciliation")]
public sealed record AccountReconciliation(
    [property: Id(0)] ReadStanding Standing,
    [property: Id(1)] Completeness? Completeness,
    [property: Id(2)] ImmutableArray<ReconciliationRow> Rows)
{
    /// <summary>The account is not read for the tenant that asks.</summary>
    public static AccountReconciliation Of(ReadStanding standing) => new(standing, null, []);
}
