namespace Archera.Sandbox.Aws.Throttling;

/// <summary>A token bucket's size and refill. AWS publishes those of STS, EC2 and CloudWatch; the others are plausible
/// and not lower than what AWS's own advice to clients leads to.</summary>
public sealed record ServiceQuota(int Burst, double PerSecond)
{
    public static readonly ServiceQuota Sts = new(600, 600);
    public static readonly ServiceQuota Iam = new(100, 20);
    public static readonly ServiceQuota Ec2 = new(100, 20);
    public static readonly ServiceQuota Ec2Unfiltered = new(50, 10);
    public static readonly ServiceQuota Listed = new(100, 20);
    public static readonly ServiceQuota CostExplorer = new(10, 5);
    public static readonly ServiceQuota Organizations = new(20, 10);
    public static readonly ServiceQuota GetMetricData = new(50, 50);
    public static readonly ServiceQuota ListMetrics = new(25, 25);

    /// <summary>Data points that GetMetricData is asked for, estimated, from the last three hours.</summary>
    public static readonly ServiceQuota RecentDataPoints = new(180_000, 180_000);

    /// <summary>The same for an older start.</summary>
    public static readonly ServiceQuota OlderDataPoints = new(396_000, 396_000);
}
