namespace Amazon.CostExplorer.Model;

public class ReservationUtilizationGroup
{
    public Dictionary<string, string> Attributes { get; set; } = AWSConfigs.InitializeCollections ? new() : null;

    public string Key { get; set; }

    public ReservationAggregates Utilization { get; set; }

    public string Value { get; set; }
}
