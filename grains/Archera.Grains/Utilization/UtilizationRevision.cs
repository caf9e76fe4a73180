namespace Archera.Grains.Utilization;

/// <summary>A day's use as one read had it.</summary>
/// <param name="ReadAt">When it was read, by the billing clock.</param>
[GenerateSerializer, Immutable, Alias("archera.state.UtilizationRevision")]
public sealed record UtilizationRevision(
    [property: Id(0)] DateTimeOffset ReadAt,
    [property: Id(1)] bool Estimated,
    [property: Id(2)] int SchemaVersion,
    [property: Id(3)] byte[] Content,
    [property: Id(4)] int Revision);
