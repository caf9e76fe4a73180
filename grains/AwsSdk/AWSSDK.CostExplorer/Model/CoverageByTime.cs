namespace Amazon.CostExplorer.Model;

public class CoverageByTime
{
    public List<ReservationCoverageGroup> Groups { get; set; } = AWSConfigs.InitializeCollections ? new() : null;

    public DateInterval TimePeriod { get; set; }

    public Coverage Total { get; set; }
}
