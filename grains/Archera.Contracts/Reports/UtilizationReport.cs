using System.Collections.Immutable;

namespace Archera.Contracts.Reports;

/// <summary>How a tenant's machines are used, always with the statement whether that is whole.</summary>
/// <param name="Machines">In the order of account, Region and id.</param>
[GenerateSerializer, Immutable, Alias("archera.UtilizationReport")]
public sealed record UtilizationReport(
    [property: Id(0)] ImmutableArray<UtilizationRow> Machines,
    [property: Id(1)] Completeness Completeness);
