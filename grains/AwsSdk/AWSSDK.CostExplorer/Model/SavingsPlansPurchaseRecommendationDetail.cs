namespace Amazon.CostExplorer.Model;

public class SavingsPlansPurchaseRecommendationDetail
{
    public string AccountId { get; set; }

    public string CurrencyCode { get; set; }

    public string CurrentAverageHourlyOnDemandSpend { get; set; }

    public string CurrentMaximumHourlyOnDemandSpend { get; set; }

    public string CurrentMinimumHourlyOnDemandSpend { get; set; }

    public string EstimatedAverageUtilization { get; set; }

    public string EstimatedMonthlySavingsAmount { get; set; }

    public string EstimatedOnDemandCost { get; set; }

    public string EstimatedOnDemandCostWithCurrentCommitment { get; set; }

    public string EstimatedROI { get; set; }

    public string EstimatedSavingsAmount { get; set; }

    public string EstimatedSavingsPercentage { get; set; }

    public string EstimatedSPCost { get; set; }

    public string HourlyCommitmentToPurchase { get; set; }

    public string RecommendationDetailId { get; set; }

    public SavingsPlansDetails SavingsPlansDetails { get; set; }

    public string UpfrontCost { get; set; }
}
