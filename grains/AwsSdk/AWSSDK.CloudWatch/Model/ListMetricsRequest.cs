namespace Amazon.CloudWatch.Model;

public class ListMetricsRequest : AmazonCloudWatchRequest
{
    public List<DimensionFilter> Dimensions { get; set; } =
        AWSConfigs.InitializeCollections ? new() : null;

    public bool? IncludeLinkedAccounts { get; set; }

    public string MetricName { get; set; }

    public string Namespace { get; set; }

    public string NextToken { get; set; }

    public string OwningAccount { get; set; }

    public RecentlyActive RecentlyActive { get; set; }
}
