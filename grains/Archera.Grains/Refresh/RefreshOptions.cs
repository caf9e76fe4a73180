using System.ComponentModel.DataAnnotations;

namespace Archera.Grains.Refresh;

/// <summary>When and how accounts are read. Section <c>Refresh</c>.</summary>
public sealed record RefreshOptions
{
    /// <summary>
    /// How many days before today a new account is read for. Unset, it is read from the first day of the previous
    /// month: each page of history costs the customer $0.01, and each month at least $0.05: four datasets and their
    /// total.
    /// </summary>
    [Range(1, 1200)]
    public int? HistoryDays { get; init; }

    /// <summary>
    /// How often an account looks whether something is due. A look costs nothing at AWS. Default 10 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan Period { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How many bytes of an aggregate one stream message carries. Default and most 40,878, which are 40 KiB sealed: an
    /// Azure queue message holds 47 KB, and keys and envelope need some.
    /// </summary>
    [Range(64, AggregateParts.MaxContentBytes)]
    public int PartBytes { get; init; } = AggregateParts.MaxContentBytes;

    /// <summary>
    /// How long a stream delivery may stay unacknowledged before the aggregate is handed over by a direct call, and how
    /// long the stream may take to accept one. Default 5 seconds; shorter doubles deliveries, longer keeps a read in
    /// memory.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan AcknowledgeWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a failed direct hand-over is tried again before the day is late. Default 3.</summary>
    [Range(0, 20)]
    public int HandOverRetries { get; init; } = 3;

    /// <summary>The wait before the first of them; it doubles. Default 1 second.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan HandOverDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// US dollars that reading one account by itself may cost its customer on one UTC day. Default 50: 5,000 pages,
    /// more than a bill of 1,000 pages a month takes. What is left then waits for the next day, late as <c>budget</c>;
    /// one read that has begun is ended. What a back-fill costs counts on its own.
    /// </summary>
    [Range(0.01, 100_000.0)]
    public decimal UsdPerDay { get; init; } = 50;

    /// <summary>
    /// How many accounts of one silo refresh at the same time: each holds one read in memory. Default 16.
    /// </summary>
    [Range(1, 1000)]
    public int Parallelism { get; init; } = 16;
}
