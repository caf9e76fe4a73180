namespace Amazon.CostExplorer.Model;

public class SavingsPlansUtilizationAggregates
{
    public SavingsPlansAmortizedCommitment AmortizedCommitment { get; set; }

    public SavingsPlansSavings Savings { get; set; }

    public SavingsPlansUtilization Utilization { get; set; }
}
