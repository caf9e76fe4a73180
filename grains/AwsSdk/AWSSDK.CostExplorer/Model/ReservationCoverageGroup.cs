namespace Amazon.CostExplorer.Model;

public class ReservationCoverageGroup
{
    public Dictionary<string, string> Attributes { get; set; } = AWSConfigs.InitializeCollections ? new() : null;

    public Coverage Coverage { get; set; }
}
