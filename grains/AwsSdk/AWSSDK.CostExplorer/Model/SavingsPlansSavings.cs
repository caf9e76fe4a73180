namespace Amazon.CostExplorer.Model;

public class SavingsPlansSavings
{
    public string NetSavings { get; set; }

    public string OnDemandCostEquivalent { get; set; }
}
