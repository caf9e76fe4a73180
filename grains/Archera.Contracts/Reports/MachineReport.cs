using System.Collections.Immutable;

namespace Archera.Contracts.Reports;

/// <summary>A tenant's machines, always with the statement whether they are whole.</summary>
/// <param name="Machines">In the order of account, Region and id.</param>
/// <param name="Regions">The Regions whose machines were not read, in the order of account and name: none of them is
/// one without machines, but for those that the account is not in.</param>
[GenerateSerializer, Immutable, Alias("archera.MachineReport")]
public sealed record MachineReport(
    [property: Id(0)] ImmutableArray<MachineRow> Machines,
    [property: Id(1)] Completeness Completeness,
    [property: Id(2)] ImmutableArray<MachineRegion> Regions);
