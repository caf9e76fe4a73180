using Amazon.Runtime;

namespace Amazon.SavingsPlans.Model;

public class DescribeSavingsPlansResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<SavingsPlan> SavingsPlans { get; set; } = AWSConfigs.InitializeCollections ? new() : null;
}
