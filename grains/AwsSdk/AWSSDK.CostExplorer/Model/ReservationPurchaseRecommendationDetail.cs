namespace Amazon.CostExplorer.Model;

public class ReservationPurchaseRecommendationDetail
{
    public string AccountId { get; set; }

    public string AverageNormalizedUnitsUsedPerHour { get; set; }

    public string AverageNumberOfCapacityUnitsUsedPerHour { get; set; }

    public string AverageNumberOfInstancesUsedPerHour { get; set; }

    public string AverageUtilization { get; set; }

    public string CurrencyCode { get; set; }

    public string EstimatedBreakEvenInMonths { get; set; }

    public string EstimatedMonthlyOnDemandCost { get; set; }

    public string EstimatedMonthlySavingsAmount { get; set; }

    public string EstimatedMonthlySavingsPercentage { get; set; }

    public string EstimatedReservationCostForLookbackPeriod { get; set; }

    public InstanceDetails InstanceDetails { get; set; }

    public string MaximumNormalizedUnitsUsedPerHour { get; set; }

    public string MaximumNumberOfCapacityUnitsUsedPerHour { get; set; }

    public string MaximumNumberOfInstancesUsedPerHour { get; set; }

    public string MinimumNormalizedUnitsUsedPerHour { get; set; }

    public string MinimumNumberOfCapacityUnitsUsedPerHour { get; set; }

    public string MinimumNumberOfInstancesUsedPerHour { get; set; }

    public string RecommendedNormalizedUnitsToPurchase { get; set; }

    public string RecommendedNumberOfCapacityUnitsToPurchase { get; set; }

    public string RecommendedNumberOfInstancesToPurchase { get; set; }

    public string RecurringStandardMonthlyCost { get; set; }

    public ReservedCapacityDetails ReservedCapacityDetails { get; set; }

    public string UpfrontCost { get; set; }
}
