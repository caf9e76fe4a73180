using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class GetSavingsPlansUtilizationResponse : AmazonWebServiceResponse
{
    public List<SavingsPlansUtilizationByTime> SavingsPlansUtilizationsByTime { get; set; } =
        AWSConfigs.InitializeCollections ? new() : null;

    public SavingsPlansUtilizationAggregates Total { get; set; }
}
