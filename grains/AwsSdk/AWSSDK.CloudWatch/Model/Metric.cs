namespace Amazon.CloudWatch.Model;

public class Metric
{
    public List<Dimension> Dimensions { get; set; } = AWSConfigs.InitializeCollections ? new List<Dimension>() : null;

    public string MetricName { get; set; }

    public string Namespace { get; set; }
}
