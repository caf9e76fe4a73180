using System.Collections.Immutable;
using Archera.Contracts.Identity;
using Archera.Contracts.Time;

namespace Archera.Contracts.Reports;

/// <summary>Which machines, and for which days, half-open, UTC.</summary>
/// <param name="Payers">Only those of these payer accounts; empty: of all.</param>
/// <param name="Linked">Only those of these linked accounts; empty: of all.</param>
/// <param name="AsOf">As they were known at the end of that UTC day by the billing clock; null = now.</param>
[GenerateSerializer, Immutable, Alias("archera.MachineQuery")]
public sealed record MachineQuery(
    [property: Id(0)] DatePeriod Period,
    [property: Id(1)] ImmutableArray<PayerAccountKey> Payers,
    [property: Id(2)] ImmutableArray<AwsAccountId> Linked,
    [property: Id(3)] DateOnly? AsOf = null)
{
    /// <summary>
    /// More rows are refused with <see cref="RefusalCodes.TooManyRows"/>: an answer is held whole.
    /// </summary>
    public const int MaxRows = 50_000;

    [Id(4)]
    public MachineGranularity Granularity { get; init; }

    /// <summary>Only those in these Regions; empty: in all.</summary>
    [Id(5)]
    public ImmutableArray<AwsRegion> Regions { get; init; } = [];

    public bool Keeps(AwsRegion region) => Regions.IsEmpty || Regions.Contains(region);
}
