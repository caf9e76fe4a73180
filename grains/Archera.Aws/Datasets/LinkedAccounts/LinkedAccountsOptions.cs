using System.ComponentModel.DataAnnotations;

namespace Archera.Aws.Datasets.LinkedAccounts;

/// <summary>How the list of linked accounts is read. Bound from <c>Aws:LinkedAccounts</c>.</summary>
public sealed record LinkedAccountsOptions
{
    public const string Section = "Aws:LinkedAccounts";

    /// <summary>
    /// How old the list may become; 24 hours. Reading it is free and takes a request for each 20 accounts.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "31.00:00:00")]
    public TimeSpan Freshness { get; init; } = TimeSpan.FromHours(24);

    /// <summary>
    /// Pages of one read; 2,500, enough for 50,000 accounts. A read that needs more is late as <c>endless-pages</c>.
    /// </summary>
    [Range(1, 10_000)]
    public int MaxPages { get; init; } = 2_500;
}
