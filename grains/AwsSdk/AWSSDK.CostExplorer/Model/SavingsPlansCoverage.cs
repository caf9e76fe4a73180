namespace Amazon.CostExplorer.Model;

public class SavingsPlansCoverage
{
    public Dictionary<string, string> Attributes { get; set; } = AWSConfigs.InitializeCollections ? new() : null;

    public SavingsPlansCoverageData Coverage { get; set; }

    public DateInterval TimePeriod { get; set; }
}
