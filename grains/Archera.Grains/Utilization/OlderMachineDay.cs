namespace Archera.Grains.Utilization;

/// <summary>A day's machines as they were known at the end of an earlier UTC day.</summary>
[GenerateSerializer, Immutable, Alias("archera.state.OlderMachineDay")]
public sealed record OlderMachineDay(
    [property: Id(0)] DateTimeOffset StoredAt,
    [property: Id(1)] DateTimeOffset ReadAt,
    [property: Id(2)] int Revision,
    [property: Id(3)] int SchemaVersion,
    [property: Id(4)] byte[] Content);
