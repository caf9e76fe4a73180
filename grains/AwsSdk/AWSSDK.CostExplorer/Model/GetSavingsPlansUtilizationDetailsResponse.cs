using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class GetSavingsPlansUtilizationDetailsResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<SavingsPlansUtilizationDetail> SavingsPlansUtilizationDetails { get; set; } =
        AWSConfigs.InitializeCollections ? new() : null;

    public DateInterval TimePeriod { get; set; }

    public SavingsPlansUtilizationAggregates Total { get; set; }
}
