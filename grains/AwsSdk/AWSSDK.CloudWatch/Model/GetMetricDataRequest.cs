namespace Amazon.CloudWatch.Model;

public class GetMetricDataRequest : AmazonCloudWatchRequest
{
    public DateTime? EndTime { get; set; }

    public LabelOptions LabelOptions { get; set; }

    public int? MaxDatapoints { get; set; }

    public List<MetricDataQuery> MetricDataQueries { get; set; } =
        AWSConfigs.InitializeCollections ? new() : null;

    public string NextToken { get; set; }

    public ScanBy ScanBy { get; set; }

    public DateTime? StartTime { get; set; }
}
