using Amazon.Runtime;

namespace Amazon.CostExplorer;

public class AmazonCostExplorerRequest : AmazonWebServiceRequest
{
}
