namespace Archera.Aws.Datasets.Utilization;

/// <summary>What AWS said of one metric. The numbers are stored.</summary>
public enum MetricStanding
{
    /// <summary>It was read; it may have no points, as a machine that is stopped has none.</summary>
    Read = 0,

    /// <summary>AWS may not show it: nothing is known of it.</summary>
    Forbidden = 1,

    /// <summary>AWS failed inside, or broke off: nothing is known of it.</summary>
    Failed = 2,
}
