namespace Amazon.CostExplorer.Model;

public class CoverageCost
{
    public string OnDemandCost { get; set; }
}
