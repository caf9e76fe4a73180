namespace Amazon.CostExplorer.Model;

public class Group
{
    public List<string> Keys { get; set; } = AWSConfigs.InitializeCollections ? new List<string>() : null;

    public Dictionary<string, MetricValue> Metrics { get; set; } =
        AWSConfigs.InitializeCollections ? new() : null;
}
