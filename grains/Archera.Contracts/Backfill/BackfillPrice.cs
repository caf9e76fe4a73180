using System.Collections.Immutable;
using Archera.Contracts.Time;

namespace Archera.Contracts.Backfill;

/// <summary>A back-fill as it is planned, before anything is paid.</summary>
/// <param name="Days">From the first of the month 13 before this one to the first day that the account is read for
/// anyway; empty when that is earlier.</param>
/// <param name="Checks">Months that are compared with AWS's own totals once they are read: a call each.</param>
/// <param name="Minutes">How long it takes at the pace of <c>Backfill:PagesPerMinute</c>, with the days that it waits
/// for the budget of <c>Backfill:UsdPerDay</c>.</param>
[GenerateSerializer, Immutable, Alias("archera.BackfillPrice")]
public sealed record BackfillPrice(
    [property: Id(0)] DatePeriod Days,
    [property: Id(1)] ImmutableArray<BackfillPart> Parts,
    [property: Id(2)] int Checks,
    [property: Id(3)] decimal CheckUsd,
    [property: Id(4)] int Minutes)
{
    public int Months => Days.ByMonth().Count(month => !month.Days.IsEmpty);

    public int Calls => Parts.Sum(part => part.Calls) + Checks;

    public decimal CostUsd => Parts.Sum(part => part.CostUsd) + CheckUsd;
}
