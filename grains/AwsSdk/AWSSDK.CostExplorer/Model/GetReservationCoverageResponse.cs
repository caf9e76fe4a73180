using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class GetReservationCoverageResponse : AmazonWebServiceResponse
{
    public List<CoverageByTime> CoveragesByTime { get; set; } = AWSConfigs.InitializeCollections ? new() : null;

    public string NextPageToken { get; set; }

    public Coverage Total { get; set; }
}
