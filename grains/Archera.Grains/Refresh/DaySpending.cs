namespace Archera.Grains.Refresh;

/// <summary>What refreshes of an account cost its customer on a UTC day of the billing clock.</summary>
[GenerateSerializer, Immutable, Alias("archera.state.DaySpending")]
public sealed record DaySpending([property: Id(0)] DateOnly Day, [property: Id(1)] decimal Usd);
