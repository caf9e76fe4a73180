namespace Amazon.CostExplorer.Model;

public class SavingsPlansUtilizationDetail
{
    public SavingsPlansAmortizedCommitment AmortizedCommitment { get; set; }

    public Dictionary<string, string> Attributes { get; set; } = AWSConfigs.InitializeCollections ? new() : null;

    public SavingsPlansSavings Savings { get; set; }

    public string SavingsPlanArn { get; set; }

    public SavingsPlansUtilization Utilization { get; set; }
}
