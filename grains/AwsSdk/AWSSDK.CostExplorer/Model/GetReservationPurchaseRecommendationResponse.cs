using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class GetReservationPurchaseRecommendationResponse : AmazonWebServiceResponse
{
    public ReservationPurchaseRecommendationMetadata Metadata { get; set; }

    public string NextPageToken { get; set; }

    public List<ReservationPurchaseRecommendation> Recommendations { get; set; } =
        AWSConfigs.InitializeCollections ? new() : null;
}
