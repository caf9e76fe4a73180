namespace Amazon.CostExplorer.Model;

public class SavingsPlansCoverageData
{
    public string CoveragePercentage { get; set; }

    public string OnDemandCost { get; set; }

    public string SpendCoveredBySavingsPlans { get; set; }

    public string TotalCost { get; set; }
}
