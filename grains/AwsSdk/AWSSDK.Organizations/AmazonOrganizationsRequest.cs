using Amazon.Runtime;

namespace Amazon.Organizations;

public class AmazonOrganizationsRequest : AmazonWebServiceRequest
{
}
