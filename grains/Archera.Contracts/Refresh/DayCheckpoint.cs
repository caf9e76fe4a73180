namespace Archera.Contracts.Refresh;

/// <param name="ReadAt">When the stored day was last read, by the billing clock.</param>
/// <param name="Estimated">AWS had not finalised the day then.</param>
[GenerateSerializer, Immutable, Alias("archera.DayCheckpoint")]
public readonly record struct DayCheckpoint(
    [property: Id(0)] DateTimeOffset ReadAt,
    [property: Id(1)] bool Estimated);
