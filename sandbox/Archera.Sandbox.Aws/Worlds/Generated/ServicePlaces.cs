namespace Archera.Sandbox.Aws.Worlds.Generated;

/// <summary>
/// In which Region an organization's accounts run each service, and as which usage type a day of it is billed. A pure
/// function of the charge and the seed, so that it takes no memory and changes no amount.
/// </summary>
internal sealed class ServicePlaces(Draw payer)
{
    private const string Global = "global";

    private static readonly (string Region, string Prefix)[] Regions =
    [
        ("us-east-1", ""), ("eu-central-1", "EUC1-"), ("us-west-2", "USW2-"), ("eu-west-1", "EU-"),
        ("ap-southeast-2", "APS2-"), ("ap-northeast-1", "APN1-"), ("sa-east-1", "SAE1-"),
    ];

    private static readonly string[] CommonKinds = ["Requests", "DataTransfer-Out-Bytes", "DataTransfer-In-Bytes"];

    private static readonly Dictionary<string, string[]> KindsOf = new(StringComparer.Ordinal)
    {
        ["Amazon Elastic Compute Cloud - Compute"] = ["BoxUsage:m5.large", "BoxUsage:c6i.xlarge", "BoxUsage:t3.medium"],
        ["Amazon Simple Storage Service"] = ["TimedStorage-ByteHrs", "Requests-Tier1", "Requests-Tier2"],
        ["Amazon Relational Database Service"] = ["InstanceUsage:db.r6g.large", "RDS:GP3-Storage"],
        ["EC2 - Other"] = ["EBS:VolumeUsage.gp3", "NatGateway-Bytes", "DataTransfer-Regional-Bytes"],
        ["AmazonCloudWatch"] = ["CW:MetricMonitorUsage", "CW:Requests", "DataProcessing-Bytes"],
        ["AWS Lambda"] = ["Lambda-GB-Second", "Request"],
        ["Amazon Virtual Private Cloud"] = ["PublicIPv4:InUseAddress", "VpcEndpoint-Hours"],
        ["Amazon Elastic Load Balancing"] = ["LoadBalancerUsage", "LCUUsage"],
        ["Amazon DynamoDB"] = ["WriteRequestUnits", "ReadRequestUnits", "TimedStorage-ByteHrs"],
        ["Amazon Elastic Container Service"] = ["Fargate-vCPU-Hours:perCPU", "Fargate-GB-Hours"],
        ["Amazon ElastiCache"] = ["NodeUsage:cache.r6g.large"],
    };

    /// <summary>Services that AWS sells in no Region.</summary>
    private static readonly HashSet<string> GlobalServices =
        new(["Amazon CloudFront", "Amazon Route 53", "AWS WAF"], StringComparer.Ordinal);

    /// <summary>By service and Region: each name is made once, however many charges have it.</summary>
    private static readonly Dictionary<string, string[][]> UsageTypes = ServiceCatalogue.Usage.ToDictionary(
        service => service.Name,
        service => Regions.Select(region => KindsOf.GetValueOrDefault(service.Name, CommonKinds)
            .Select(kind => region.Prefix + kind).ToArray()).ToArray(),
        StringComparer.Ordinal);

    private readonly Draw _draw = payer.With("places");

    /// <summary>The charge where it belongs. Tax, credits, refunds, support and Savings Plans belong nowhere.</summary>
    public Charge Locate(in Charge charge, DateOnly day)
    {
        if (charge.RecordType is RecordTypes.Tax or RecordTypes.Credit or RecordTypes.Refund
            || !UsageTypes.TryGetValue(charge.Service, out var byRegion))
            return charge;
        var account = _draw.With(charge.LinkedAccount);
        var line = account.With(charge.Service);
        var isGlobal = GlobalServices.Contains(charge.Service);
        var region = isGlobal ? 0
            : line.With("at home").Chance(0.7) ? account.With("home").Below(3)
            : line.With("away").Below(Regions.Length);
        var types = byRegion[region];
        return charge with
        {
            Region = isGlobal ? Global : Regions[region].Region,
            UsageType = types[line.With(day.DayNumber).Below(types.Length)],
        };
    }
}
