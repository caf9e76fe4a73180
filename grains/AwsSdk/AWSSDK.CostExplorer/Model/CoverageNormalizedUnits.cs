namespace Amazon.CostExplorer.Model;

public class CoverageNormalizedUnits
{
    public string CoverageNormalizedUnitsPercentage { get; set; }

    public string OnDemandNormalizedUnits { get; set; }

    public string ReservedNormalizedUnits { get; set; }

    public string TotalRunningNormalizedUnits { get; set; }
}
