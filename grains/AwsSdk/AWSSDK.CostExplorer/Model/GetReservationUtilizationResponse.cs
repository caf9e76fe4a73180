using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class GetReservationUtilizationResponse : AmazonWebServiceResponse
{
    public string NextPageToken { get; set; }

    public ReservationAggregates Total { get; set; }

    public List<UtilizationByTime> UtilizationsByTime { get; set; } = AWSConfigs.InitializeCollections ? new() : null;
}
