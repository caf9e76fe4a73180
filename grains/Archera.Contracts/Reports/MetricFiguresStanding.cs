namespace Archera.Contracts.Reports;

/// <summary>What AWS said of a metric.</summary>
public enum MetricFiguresStanding
{
    /// <summary>The figures are its.</summary>
    Read,

    /// <summary>AWS may not show it to the role.</summary>
    Forbidden,

    /// <summary>AWS failed at it.</summary>
    Failed,
}
