using System.Collections.Immutable;
using Archera.Contracts.Reports;

namespace Archera.Contracts.Reconciliation;

/// <param name="Rows">By payer, dataset, metric, currency.</param>
/// <param name="Completeness">
/// Of the month over all cost datasets: a day counts as received once each of them has it.
/// </param>
[GenerateSerializer, Immutable, Alias("archera.ReconciliationReport")]
public sealed record ReconciliationReport(
    [property: Id(0)] ImmutableArray<ReconciliationRow> Rows,
    [property: Id(1)] Completeness Completeness);
