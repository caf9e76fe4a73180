namespace Amazon.CostExplorer.Model;

public class SavingsPlansAmortizedCommitment
{
    public string AmortizedRecurringCommitment { get; set; }

    public string AmortizedUpfrontCommitment { get; set; }

    public string TotalAmortizedCommitment { get; set; }
}
