namespace Amazon.CostExplorer.Model;

public class ReservationPurchaseRecommendationSummary
{
    public string CurrencyCode { get; set; }

    public string TotalEstimatedMonthlySavingsAmount { get; set; }

    public string TotalEstimatedMonthlySavingsPercentage { get; set; }
}
