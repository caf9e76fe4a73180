using Amazon.Runtime;

namespace Amazon.SavingsPlans;

public class AmazonSavingsPlansRequest : AmazonWebServiceRequest
{
}
