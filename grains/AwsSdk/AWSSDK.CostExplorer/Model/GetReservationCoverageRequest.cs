namespace Amazon.CostExplorer.Model;

public class GetReservationCoverageRequest : AmazonCostExplorerRequest
{
    public Expression Filter { get; set; }

    public Granularity Granularity { get; set; }

    public List<GroupDefinition> GroupBy { get; set; } = AWSConfigs.InitializeCollections ? new() : null;

    public int? MaxResults { get; set; }

    public List<string> Metrics { get; set; } = AWSConfigs.InitializeCollections ? new() : null;

    public string NextPageToken { get; set; }

    public SortDefinition SortBy { get; set; }

    public DateInterval TimePeriod { get; set; }
}
