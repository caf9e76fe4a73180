using System.Collections.Immutable;

namespace Archera.Contracts.Reports;

/// <summary>A grouped figure at two moments.</summary>
/// <param name="Period">The day, or the first of the month for monthly answers.</param>
/// <param name="Keys">One value per grouped dimension, in the order asked for.</param>
/// <param name="From">Exact, as it was shown at the earlier moment; null when it was not there.</param>
/// <param name="To">Exact, as it is shown at the later moment; null when it is gone.</param>
/// <param name="ChangedAt">
/// When the last change of what the figure is made of was stored, by the billing clock; null when there was none.
/// </param>
/// <param name="Causes">What changed with it.</param>
[GenerateSerializer, Immutable, Alias("archera.CostChange")]
public sealed record CostChange(
    [property: Id(0)] DateOnly Period,
    [property: Id(1)] ImmutableArray<string> Keys,
    [property: Id(2)] decimal? From,
    [property: Id(3)] decimal? To,
    [property: Id(4)] string Currency,
    [property: Id(5)] DateTimeOffset? ChangedAt,
    [property: Id(6)] ChangeCauses Causes)
{
    public decimal Difference => (To ?? 0) - (From ?? 0);
}
