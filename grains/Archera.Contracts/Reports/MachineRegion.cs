using Archera.Contracts.Identity;

namespace Archera.Contracts.Reports;

/// <summary>A Region of a linked account whose machines were not read.</summary>
[GenerateSerializer, Immutable, Alias("archera.MachineRegion")]
public sealed record MachineRegion(
    [property: Id(0)] AccountKey Account,
    [property: Id(1)] UnseenRegion Unseen);
