namespace Amazon.CostExplorer.Model;

public class SavingsPlansPurchaseRecommendationMetadata
{
    public string AdditionalMetadata { get; set; }

    public string GenerationTimestamp { get; set; }

    public string RecommendationId { get; set; }
}
