using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Time;

namespace Archera.Contracts.Reports;

/// <summary>Whose machines' use, and for which days, half-open, UTC. An empty list keeps all.</summary>
/// <param name="Machines">Only these instance ids.</param>
/// <param name="AsOf">As it was shown at the end of that UTC day; null: now.</param>
[GenerateSerializer, Immutable, Alias("archera.UtilizationQuery")]
public sealed record UtilizationQuery(
    [property: Id(0)] DatePeriod Period,
    [property: Id(1)] ImmutableArray<PayerAccountKey> Payers,
    [property: Id(2)] ImmutableArray<AwsAccountId> Linked,
    [property: Id(3)] ImmutableArray<AwsRegion> Regions,
    [property: Id(4)] ImmutableArray<string> Machines,
    [property: Id(5)] DateOnly? AsOf = null)
{
    /// <summary>
    /// More machine-days are refused with <see cref="RefusalCodes.TooManyRows"/>: an answer is held whole.
    /// </summary>
    public const int MaxMachineDays = 50_000;

    /// <summary>Only what was stored before then counts; null = all.</summary>
    public DateTimeOffset? Moment =>
        AsOf is { } day ? new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) : null;

    public bool Keeps(string region, string machine) =>
        (Regions.IsEmpty || Regions.Any(kept => kept.Name == region))
        && (Machines.IsEmpty || Machines.Contains(machine));
}
