namespace Amazon.CostExplorer.Model;

public class ResultByTime
{
    public bool? Estimated { get; set; }

    public List<Group> Groups { get; set; } = AWSConfigs.InitializeCollections ? new List<Group>() : null;

    public DateInterval TimePeriod { get; set; }

    public Dictionary<string, MetricValue> Total { get; set; } =
        AWSConfigs.InitializeCollections ? new() : null;
}
