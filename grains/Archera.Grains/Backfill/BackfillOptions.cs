using System.ComponentModel.DataAnnotations;

namespace Archera.Grains.Backfill;

/// <summary>How fast and how dear the past of accounts is read. Section <c>Backfill</c>.</summary>
public sealed record BackfillOptions
{
    /// <summary>
    /// Pages a minute that one account's back-fill asks AWS for. Default 30, a quarter of what refreshes may: the quota
    /// is the customer's own, and its tools need it, too. A refresh of the account goes first at any time.
    /// </summary>
    [Range(1, 6_000)]
    public int PagesPerMinute { get; init; } = 30;

    /// <summary>
    /// US dollars that one account's back-fill may cost its customer on one UTC day. Default 10, which are 1,000 pages.
    /// What is left then waits for the next day, late as <c>budget</c>.
    /// </summary>
    [Range(1.0, 10_000.0)]
    public decimal UsdPerDay { get; init; } = 10;

    /// <summary>
    /// How many accounts of one silo are back-filled at the same time: each holds one page in memory. Default 4.
    /// </summary>
    [Range(1, 1_000)]
    public int Parallelism { get; init; } = 4;
}
