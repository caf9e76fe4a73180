using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class GetSavingsPlansPurchaseRecommendationResponse : AmazonWebServiceResponse
{
    public SavingsPlansPurchaseRecommendationMetadata Metadata { get; set; }

    public string NextPageToken { get; set; }

    public SavingsPlansPurchaseRecommendation SavingsPlansPurchaseRecommendation { get; set; }
}
