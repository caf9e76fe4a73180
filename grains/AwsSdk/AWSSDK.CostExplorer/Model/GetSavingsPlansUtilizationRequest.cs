namespace Amazon.CostExplorer.Model;

public class GetSavingsPlansUtilizationRequest : AmazonCostExplorerRequest
{
    public Expression Filter { get; set; }

    public Granularity Granularity { get; set; }

    public SortDefinition SortBy { get; set; }

    public DateInterval TimePeriod { get; set; }
}
