using System.Collections.Immutable;

namespace Archera.Contracts.Reports;

/// <summary>A tenant's machines, always with the statement whether they are whole.</summary>
/// <param name="Machines">In the order of account, Region and id.</param>
[GenerateSerializer, Immutable, Alias("archera.MachineReport")]
public sealed record MachineReport(
    [property: Id(0)] ImmutableArray<MachineRow> Machines,
    [property: Id(1)] Completeness Completeness);
