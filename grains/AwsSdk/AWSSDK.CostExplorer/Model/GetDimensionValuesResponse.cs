using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class GetDimensionValuesResponse : AmazonWebServiceResponse
{
    public List<DimensionValuesWithAttributes> DimensionValues { get; set; } =
        AWSConfigs.InitializeCollections ? new() : null;

    public string NextPageToken { get; set; }

    public int? ReturnSize { get; set; }

    public int? TotalSize { get; set; }
}
