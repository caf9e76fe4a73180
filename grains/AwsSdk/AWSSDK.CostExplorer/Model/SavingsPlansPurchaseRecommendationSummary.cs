namespace Amazon.CostExplorer.Model;

public class SavingsPlansPurchaseRecommendationSummary
{
    public string CurrencyCode { get; set; }

    public string CurrentOnDemandSpend { get; set; }

    public string DailyCommitmentToPurchase { get; set; }

    public string EstimatedMonthlySavingsAmount { get; set; }

    public string EstimatedOnDemandCostWithCurrentCommitment { get; set; }

    public string EstimatedROI { get; set; }

    public string EstimatedSavingsAmount { get; set; }

    public string EstimatedSavingsPercentage { get; set; }

    public string EstimatedTotalCost { get; set; }

    public string HourlyCommitmentToPurchase { get; set; }

    public string TotalRecommendationCount { get; set; }
}
