namespace Archera.Sandbox.Aws.Throttling;

/// <summary>A token bucket's size and refill. AWS publishes STS's and EC2's; the others are plausible and not lower
/// than what AWS's own advice to clients leads to.</summary>
public sealed record ServiceQuota(int Burst, double PerSecond)
{
    public static readonly ServiceQuota Sts = new(600, 600);
    public static readonly ServiceQuota Iam = new(100, 20);
    public static readonly ServiceQuota Ec2 = new(100, 20);
    public static readonly ServiceQuota Ec2Unfiltered = new(50, 10);
    public static readonly ServiceQuota Listed = new(100, 20);
    public static readonly ServiceQuota CostExplorer = new(10, 5);
    public static readonly ServiceQuota Organizations = new(20, 10);
}
