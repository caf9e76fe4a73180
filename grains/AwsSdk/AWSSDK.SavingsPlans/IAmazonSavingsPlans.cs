using Amazon.Runtime;
using Amazon.SavingsPlans.Model;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.SavingsPlans;

public interface IAmazonSavingsPlans : IAmazonService, IDisposable
{
    Task<DescribeSavingsPlansResponse> DescribeSavingsPlansAsync(
        DescribeSavingsPlansRequest request,
        CancellationToken cancellationToken = default);

    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonSavingsPlansConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials,
        ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonSavingsPlansConfig config)
            throw new AmazonClientException($"Savings Plans takes no {clientConfig?.GetType()}.");
        return awsCredentials == null
            ? new AmazonSavingsPlansClient(config)
            : new AmazonSavingsPlansClient(awsCredentials, config);
    }
}
