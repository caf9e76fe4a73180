namespace Archera.Contracts.Offboarding;

/// <param name="IsUnderWay">It has not ended: the account can't be claimed anew.</param>
/// <param name="Number">The number of its operation. Operations of a new claim are numbered from there.</param>
[GenerateSerializer, Immutable, Alias("archera.LastDeparture")]
public sealed record LastDeparture([property: Id(0)] bool IsUnderWay, [property: Id(1)] long Number);
