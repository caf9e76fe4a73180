using Amazon.Runtime;

namespace Amazon.CostExplorer.Model;

public class GetSavingsPlansCoverageResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<SavingsPlansCoverage> SavingsPlansCoverages { get; set; } =
        AWSConfigs.InitializeCollections ? new() : null;
}
