using System.Collections.Immutable;

namespace Archera.Contracts.Reports;

/// <summary>A month's days as they stood at one moment. A day that is not listed was not received by then.</summary>
/// <param name="Unreadable">Stored days that are not in the sums, and why.</param>
/// <param name="Billed">The watched linked accounts that the received days hold.</param>
[GenerateSerializer, Immutable, Alias("archera.MomentDays")]
public sealed record MomentDays(
    [property: Id(0)] ImmutableArray<ReceivedDay> Days,
    [property: Id(1)] ImmutableArray<UnreadableDay> Unreadable,
    [property: Id(2)] ImmutableArray<BilledDays> Billed)
{
    public static readonly MomentDays None = new([], [], []);
}
