using System.ComponentModel.DataAnnotations;

namespace Archera.Aws.Datasets.Utilization;

/// <summary>How the use of machines is read. Bound from <c>Aws:Utilization</c>.</summary>
public sealed record UtilizationOptions
{
    public const string Section = "Aws:Utilization";

    /// <summary>
    /// How old the read of a day may become that is not final yet; 1 hour. Every read costs the customer $0.01 for
    /// 1,000 metrics, and a machine has about 10: 100 machines read every hour are $7.20 a month.
    /// </summary>
    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00")]
    public TimeSpan Freshness { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long after its end a day is read once more, and is then final; 3 hours. Metrics may arrive so late.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan Settling { get; init; } = TimeSpan.FromHours(3);

    /// <summary>
    /// Days before the first look that are read too; 14. AWS lists the metrics of the last 14 days, and has points of
    /// five minutes for 63.
    /// </summary>
    [Range(0, 400)]
    public int HistoryDays { get; init; } = 14;

    /// <summary>
    /// Days that are read together; 5. More cost the customer less, and take more memory: about 600 bytes a metric and
    /// day.
    /// </summary>
    [Range(1, 31)]
    public int DaysPerRead { get; init; } = 5;

    /// <summary>
    /// Metrics of machines in a Region; 200,000. A Region that has more is late as <c>endless-pages</c>.
    /// </summary>
    [Range(1, 2_000_000)]
    public int MaxMetrics { get; init; } = 200_000;

    /// <summary>Pages of one list of metrics; 1,000, of 500 metrics each. A Region that needs more is late.</summary>
    [Range(1, 10_000)]
    public int MaxPages { get; init; } = 1_000;
}
