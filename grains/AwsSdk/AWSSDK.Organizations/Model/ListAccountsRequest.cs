namespace Amazon.Organizations.Model;

public class ListAccountsRequest : AmazonOrganizationsRequest
{
    public int? MaxResults { get; set; }

    public string NextToken { get; set; }
}
