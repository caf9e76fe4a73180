namespace Amazon.Organizations.Model;

public class DescribeOrganizationRequest : AmazonOrganizationsRequest
{
}
