using Archera.Sandbox.Aws.Ec2;

namespace Archera.Sandbox.Aws.CostExplorer.Commitments;

/// <summary>What a reservation of a service is for: every reservation is for ten machines of one type.</summary>
/// <param name="Units">The normalized size of one machine; AWS has none for Redshift and OpenSearch.</param>
/// <param name="OnDemandPrice">Of a machine-hour.</param>
internal sealed record ReservedOffering(
    string Service, string MachineType, string Platform, int Units, decimal OnDemandPrice)
{
    public const string DefaultService = "Amazon Elastic Compute Cloud - Compute";

    public const decimal HoursPerDay = 24 * ReservedInstances.InstanceCount;

    private static readonly ReservedOffering[] All =
    [
        new(DefaultService, ReservedInstances.InstanceType, ReservedInstances.ProductDescription, 32, 1.008m),
        new("Amazon Relational Database Service", "db.r6g.large", "PostgreSQL", 4, 0.225m),
        new("Amazon ElastiCache", "cache.r6g.large", "Redis", 4, 0.206m),
        new("Amazon Redshift", "ra3.xlplus", "NoOperatingSystem", 0, 1.086m),
        new("Amazon OpenSearch Service", "r6g.large.search", "NoOperatingSystem", 0, 0.167m),
    ];

    public static ReservedOffering Of(string service) =>
        All.FirstOrDefault(each => each.Service == service) ?? throw CostExplorerRefusal.Validation(
            $"Service {service} is invalid. Valid values are {string.Join(", ", All.Select(each => each.Service))}");

    /// <summary>How many machine-hours a cost at on-demand rates stands for.</summary>
    public decimal HoursOf(decimal onDemandCost) => decimal.Round(onDemandCost / OnDemandPrice, 8);
}
