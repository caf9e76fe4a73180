namespace Archera.Contracts.Reports;

/// <param name="Revision">1, 2, 3 …: how often the day's content changed. Where a damage hid that
/// count, it goes on far above it.</param>
/// <param name="ReadAt">When this content was last read from AWS, by the billing clock.</param>
[GenerateSerializer, Immutable, Alias("archera.ReceivedDay")]
public sealed record ReceivedDay(
    [property: Id(0)] DateOnly Day,
    [property: Id(1)] int Revision,
    [property: Id(2)] DateTimeOffset ReadAt,
    [property: Id(3)] bool Estimated);
