namespace Amazon.CostExplorer.Model;

public class Coverage
{
    public CoverageCost CoverageCost { get; set; }

    public CoverageHours CoverageHours { get; set; }

    public CoverageNormalizedUnits CoverageNormalizedUnits { get; set; }
}
