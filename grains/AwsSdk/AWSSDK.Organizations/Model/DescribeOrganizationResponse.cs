using Amazon.Runtime;

namespace Amazon.Organizations.Model;

public class DescribeOrganizationResponse : AmazonWebServiceResponse
{
    public Organization Organization { get; set; }
}
