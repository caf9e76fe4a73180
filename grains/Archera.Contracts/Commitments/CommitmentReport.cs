using System.Collections.Immutable;
using Archera.Contracts.Reports;

namespace Archera.Contracts.Commitments;

/// <param name="Rows">By period, payer, kind and service.</param>
/// <param name="Inventory">What ran in the range or waits to, by payer, kind and end.</param>
[GenerateSerializer, Immutable, Alias("archera.CommitmentReport")]
public sealed record CommitmentReport(
    [property: Id(0)] ImmutableArray<CommitmentTotal> Totals,
    [property: Id(1)] ImmutableArray<CommitmentRow> Rows,
    [property: Id(2)] ImmutableArray<HeldCommitment> Inventory,
    [property: Id(3)] Completeness Completeness);
