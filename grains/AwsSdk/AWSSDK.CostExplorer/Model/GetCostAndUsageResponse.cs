using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class GetCostAndUsageResponse : AmazonWebServiceResponse
{
    public List<DimensionValuesWithAttributes> DimensionValueAttributes { get; set; } =
        AWSConfigs.InitializeCollections ? new() : null;

    public List<GroupDefinition> GroupDefinitions { get; set; } =
        AWSConfigs.InitializeCollections ? new() : null;

    public string NextPageToken { get; set; }

    public List<ResultByTime> ResultsByTime { get; set; } =
        AWSConfigs.InitializeCollections ? new() : null;
}
