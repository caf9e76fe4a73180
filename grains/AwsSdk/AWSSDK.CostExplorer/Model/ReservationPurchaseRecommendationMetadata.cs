namespace Amazon.CostExplorer.Model;

public class ReservationPurchaseRecommendationMetadata
{
    public string AdditionalMetadata { get; set; }

    public string GenerationTimestamp { get; set; }

    public string RecommendationId { get; set; }
}
