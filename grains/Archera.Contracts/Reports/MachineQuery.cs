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
    /// More than that are refused with <see cref="RefusalCodes.TooManyRows"/>: an answer is held whole.
    /// </summary>
    public const int MaxMachines = 10_000;

    /// <summary>The moment that <see cref="AsOf"/> ends at.</summary>
    public DateTimeOffset? Before => AsOf is { } day
        ? new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero)
        : null;

    public bool Keeps(PayerAccountKey payer) => Payers.IsEmpty || Payers.Contains(payer);

    public bool Keeps(AwsAccountId linked) => Linked.IsEmpty || Linked.Contains(linked);
}
