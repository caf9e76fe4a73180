using Archera.Aws.Http;

namespace Archera.Aws.Calls;

/// <summary>
/// One of the APIs that are called: its name, IAM's prefix of its actions, how it speaks, and what AWS charges for an
/// answer.
/// </summary>
internal sealed record AwsApi(string Service, string IamPrefix, WireProtocol Protocol, decimal PriceUsd)
{
    /// <summary>AWS charges for the metrics that GetMetricData is asked for; each call says how many.</summary>
    public static readonly AwsApi CloudWatch = new("CloudWatch", "cloudwatch", WireProtocol.Json, 0);
    public static readonly AwsApi CostExplorer = new("CostExplorer", "ce", WireProtocol.Json, 0.01m);
    public static readonly AwsApi Ec2 = new("EC2", "ec2", WireProtocol.Ec2, 0);
    public static readonly AwsApi Organizations = new("Organizations", "organizations", WireProtocol.Json, 0);
    public static readonly AwsApi SavingsPlans = new("SavingsPlans", "savingsplans", WireProtocol.Json, 0);
    public static readonly AwsApi Sts = new("STS", "sts", WireProtocol.Query, 0);
}
