namespace Archera.Grains.Commitments;

/// <summary>What a day was, for a while: whole, for it is small.</summary>
/// <param name="Number">1, 2, 3 …; after a damage that hid the count, far above it.</param>
/// <param name="StoredAt">Since when it was what the report shows, by the billing clock.</param>
/// <param name="ReadAt">When the same content was last read.</param>
[GenerateSerializer, Immutable, Alias("archera.state.CommitmentRevision")]
public sealed record CommitmentRevision(
    [property: Id(0)] int Number,
    [property: Id(1)] DateTimeOffset StoredAt,
    [property: Id(2)] DateTimeOffset ReadAt,
    [property: Id(3)] int SchemaVersion,
    [property: Id(4)] byte[] ContentHash,
    [property: Id(5)] byte[] Content);
