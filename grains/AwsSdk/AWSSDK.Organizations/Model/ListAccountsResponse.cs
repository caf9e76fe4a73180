using Amazon.Runtime;

namespace Amazon.Organizations.Model;

public class ListAccountsResponse : AmazonWebServiceResponse
{
    public List<Account> Accounts { get; set; } = AWSConfigs.InitializeCollections ? new List<Account>() : null;

    public string NextToken { get; set; }
}
