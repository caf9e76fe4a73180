using Archera.Contracts.Time;

namespace Archera.Aws.Datasets.Utilization;

/// <summary>What is asked for: half-open, both ends on borders of the period.</summary>
public readonly record struct MetricWindow(DateTimeOffset From, DateTimeOffset To, int PeriodSeconds)
{
    /// <summary>AWS keeps points of five minutes so long, and points of an hour for 455 days.</summary>
    public static readonly TimeSpan FinePointsKept = TimeSpan.FromDays(63);

    private const int Fine = 300;
    private const int Coarse = 3_600;

    /// <summary>A window that AWS might take for older than it is when it answers is asked for by the hour.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromHours(1);

    public bool IsEmpty => To <= From;

    /// <summary>How many points a query can have.</summary>
    public int Points => IsEmpty ? 0 : (int)((To - From) / TimeSpan.FromSeconds(PeriodSeconds));

    /// <summary>
    /// The days as far as they have gone by, in the finest points that AWS still has of their age. A period that is not
    /// over is left out: it is read when it is.
    /// </summary>
    public static MetricWindow Of(DatePeriod days, DateTimeOffset now)
    {
        var from = StartOf(days.Start);
        var period = now - from <= FinePointsKept - Margin ? Fine : Coarse;
        var to = StartOf(days.End);
        if (to > now)
            to = now.AddTicks(-(now.UtcTicks % (period * TimeSpan.TicksPerSecond)));
        return new MetricWindow(from, to > from ? to : from, period);
    }

    public static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
