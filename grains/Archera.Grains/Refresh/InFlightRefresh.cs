namespace Archera.Grains.Refresh;

/// <summary>A refresh that has begun and not ended: the next activation goes on with it.</summary>
/// <param name="BegunAt">By the billing clock: what was read since then need not be read again.</param>
[GenerateSerializer, Immutable, Alias("archera.state.InFlightRefresh")]
public sealed record InFlightRefresh(
    [property: Id(0)] long Number,
    [property: Id(1)] bool Everything,
    [property: Id(2)] DateTimeOffset BegunAt);
