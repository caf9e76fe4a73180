namespace Amazon.CostExplorer.Model;

public class GetDimensionValuesRequest : AmazonCostExplorerRequest
{
    public string BillingViewArn { get; set; }

    public Context Context { get; set; }

    public Dimension Dimension { get; set; }

    public Expression Filter { get; set; }

    public int? MaxResults { get; set; }

    public string NextPageToken { get; set; }

    public string SearchString { get; set; }

    public List<SortDefinition> SortBy { get; set; } =
        AWSConfigs.InitializeCollections ? new() : null;

    public DateInterval TimePeriod { get; set; }
}
