using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

public class ListMetricsResponse : AmazonWebServiceResponse
{
    public List<Metric> Metrics { get; set; } = AWSConfigs.InitializeCollections ? new List<Metric>() : null;

    public string NextToken { get; set; }

    public List<string> OwningAccounts { get; set; } = AWSConfigs.InitializeCollections ? new List<string>() : null;
}
