namespace Archera.Grains.Reports;

/// <summary>A revision that was replaced, told by its difference from the next newer one.</summary>
[GenerateSerializer, Immutable, Alias("archera.state.CostOlderRevision")]
public sealed record OlderRevision(
    [property: Id(0)] int Number,
    [property: Id(1)] DateTimeOffset StoredAt,
    [property: Id(2)] DateTimeOffset ReadAt,
    [property: Id(3)] bool Estimated,
    [property: Id(4)] int SchemaVersion,
    [property: Id(5)] byte[] ContentHash,
    [property: Id(6)] RowDelta Delta);
