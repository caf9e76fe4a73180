namespace Amazon.CostExplorer.Model;

public class SavingsPlansPurchaseRecommendation
{
    public AccountScope AccountScope { get; set; }

    public LookbackPeriodInDays LookbackPeriodInDays { get; set; }

    public PaymentOption PaymentOption { get; set; }

    public List<SavingsPlansPurchaseRecommendationDetail> SavingsPlansPurchaseRecommendationDetails { get; set; } =
        AWSConfigs.InitializeCollections ? new() : null;

    public SavingsPlansPurchaseRecommendationSummary SavingsPlansPurchaseRecommendationSummary { get; set; }

    public SupportedSavingsPlansType SavingsPlansType { get; set; }

    public TermInYears TermInYears { get; set; }
}
