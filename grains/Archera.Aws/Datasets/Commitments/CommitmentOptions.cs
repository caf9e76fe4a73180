using System.ComponentModel.DataAnnotations;

namespace Archera.Aws.Datasets.Commitments;

/// <summary>How Savings Plans and reservations are read. Bound from <c>Aws:Commitments</c>.</summary>
public sealed record CommitmentOptions
{
    public const string Section = "Aws:Commitments";

    /// <summary>
    /// How old a read may become; 24 hours. AWS renews these figures about once a day; each re-read costs $0.04 for
    /// Savings Plans, and for reservations $0.01 and up to $0.03 for each service.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "31.00:00:00")]
    public TimeSpan Freshness { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Days before today that are read again when they are due; 10. AWS restates the newest days.</summary>
    [Range(1, 62)]
    public int TrailingDays { get; init; } = 10;

    /// <summary>
    /// How old AWS's recommendations may become; 7 days. Reading them costs $0.01 for each kind of plan and service.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "31.00:00:00")]
    public TimeSpan RecommendationFreshness { get; init; } = TimeSpan.FromDays(7);

    /// <summary>
    /// The services whose reservations are read, as Cost Explorer names them, separated by semicolons; EC2, RDS,
    /// ElastiCache, Redshift and OpenSearch. AWS refuses a service that sells none.
    /// </summary>
    [Required]
    public string ReservedServices { get; init; } =
        "Amazon Elastic Compute Cloud - Compute;Amazon Relational Database Service;Amazon ElastiCache;Amazon Redshift;"
        + "Amazon OpenSearch Service";

    /// <summary>
    /// Pages of one list; 100, which cost $1 and hold 2,000 plans. A read that needs more is late as
    /// <c>endless-pages</c>.
    /// </summary>
    [Range(1, 10_000)]
    public int MaxPages { get; init; } = 100;

    internal IReadOnlyList<string> Services =>
        ReservedServices.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
