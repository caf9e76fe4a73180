namespace Amazon.CostExplorer.Model;

public class GetSavingsPlansUtilizationDetailsRequest : AmazonCostExplorerRequest
{
    public List<string> DataType { get; set; } = AWSConfigs.InitializeCollections ? new() : null;

    public Expression Filter { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public SortDefinition SortBy { get; set; }

    public DateInterval TimePeriod { get; set; }
}
