using Amazon.Organizations.Model;
using Amazon.Runtime;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.Organizations;

public interface IAmazonOrganizations : IAmazonService, IDisposable
{
    Task<DescribeOrganizationResponse> DescribeOrganizationAsync(
        DescribeOrganizationRequest request,
        CancellationToken cancellationToken = default);

    Task<ListAccountsResponse> ListAccountsAsync(
        ListAccountsRequest request,
        CancellationToken cancellationToken = default);

    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonOrganizationsConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials,
        ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonOrganizationsConfig config)
            throw new AmazonClientException($"Organizations takes no {clientConfig?.GetType()}.");
        return awsCredentials == null
            ? new AmazonOrganizationsClient(config)
            : new AmazonOrganizationsClient(awsCredentials, config);
    }
}
