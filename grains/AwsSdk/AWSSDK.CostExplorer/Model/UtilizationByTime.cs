namespace Amazon.CostExplorer.Model;

public class UtilizationByTime
{
    public List<ReservationUtilizationGroup> Groups { get; set; } = AWSConfigs.InitializeCollections ? new() : null;

    public DateInterval TimePeriod { get; set; }

    public ReservationAggregates Total { get; set; }
}
