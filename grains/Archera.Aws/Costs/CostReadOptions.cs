using System.ComponentModel.DataAnnotations;

namespace Archera.Aws.Costs;

/// <summary>How cost datasets are read. Bound from <c>Aws:Costs</c>.</summary>
public sealed record CostReadOptions
{
    public const string Section = "Aws:Costs";

    /// <summary>
    /// How old a read may become; 12 hours. AWS renews its figures about once a day; each re-read costs at least $0.01
    /// a dataset and month, and $0.01 a month for its total.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "31.00:00:00")]
    public TimeSpan Freshness { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Days before today that are read again when they are due; 10. AWS restates the newest days.</summary>
    [Range(1, 62)]
    public int TrailingDays { get; init; } = 10;

    /// <summary>
    /// Pages of one read, a month at most; 500, which cost $5. What is whole then is stored, and the rest is another
    /// read; a single day that needs more is late as <c>too-large</c>.
    /// </summary>
    [Range(1, 10_000)]
    public int MaxPages { get; init; } = 500;

    /// <summary>
    /// Rows that one read holds before what is whole is stored; 1,000,000, about 300 MB while it runs. A single day
    /// that needs more is late as <c>too-large</c>.
    /// </summary>
    [Range(1, 10_000_000)]
    public int MaxRows { get; init; } = 1_000_000;
}
