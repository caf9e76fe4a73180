namespace Amazon.CostExplorer.Model;

public class ReservationPurchaseRecommendation
{
    public AccountScope AccountScope { get; set; }

    public LookbackPeriodInDays LookbackPeriodInDays { get; set; }

    public PaymentOption PaymentOption { get; set; }

    public List<ReservationPurchaseRecommendationDetail> RecommendationDetails { get; set; } =
        AWSConfigs.InitializeCollections ? new() : null;

    public ReservationPurchaseRecommendationSummary RecommendationSummary { get; set; }

    public ServiceSpecification ServiceSpecification { get; set; }

    public TermInYears TermInYears { get; set; }
}
