namespace Amazon.CostExplorer.Model;

public class SavingsPlansUtilization
{
    public string TotalCommitment { get; set; }

    public string UnusedCommitment { get; set; }

    public string UsedCommitment { get; set; }

    public string UtilizationPercentage { get; set; }
}
