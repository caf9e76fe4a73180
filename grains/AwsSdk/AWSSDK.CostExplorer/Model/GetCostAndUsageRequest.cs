namespace Amazon.CostExplorer.Model;

public class GetCostAndUsageRequest : AmazonCostExplorerRequest
{
    public string BillingViewArn { get; set; }

    public Expression Filter { get; set; }

    public Granularity Granularity { get; set; }

    public List<GroupDefinition> GroupBy { get; set; } =
        AWSConfigs.InitializeCollections ? new() : null;

    public List<string> Metrics { get; set; } = AWSConfigs.InitializeCollections ? new List<string>() : null;

    public string NextPageToken { get; set; }

    public DateInterval TimePeriod { get; set; }
}
