namespace Amazon.CostExplorer.Model;

public class SavingsPlansUtilizationByTime
{
    public SavingsPlansAmortizedCommitment AmortizedCommitment { get; set; }

    public SavingsPlansSavings Savings { get; set; }

    public DateInterval TimePeriod { get; set; }

    public SavingsPlansUtilization Utilization { get; set; }
}
