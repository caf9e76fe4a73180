using System.Collections.Immutable;

namespace Archera.Contracts.Reports;

/// <summary>
/// Grouped sums of one month and the days they are made of. A day that is not listed was not received.
/// </summary>
/// <param name="Rows">
/// At most one more than <see cref="CostQuery.MaxRows"/>: an answer of that length is refused.
/// </param>
/// <param name="Unreadable">Stored days that are not in the sums, and why.</param>
/// <param name="Billed">The watched linked accounts that the received days hold, from the same content as the sums.
/// </param>
/// <param name="IsInexact">A sum has more digits than can be held exactly: there is no answer, and no rows.</param>
[GenerateSerializer, Immutable, Alias("archera.CostReportSlice")]
public sealed record CostReportSlice(
    [property: Id(0)] ImmutableArray<CostRow> Rows,
    [property: Id(1)] ImmutableArray<ReceivedDay> Days,
    [property: Id(2)] ImmutableArray<UnreadableDay> Unreadable,
    [property: Id(4)] ImmutableArray<BilledDays> Billed,
    [property: Id(3)] bool IsInexact = false);
