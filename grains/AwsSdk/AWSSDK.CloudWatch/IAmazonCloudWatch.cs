using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.CloudWatch;

public interface IAmazonCloudWatch : IAmazonService, IDisposable
{
    Task<GetMetricDataResponse> GetMetricDataAsync(
        GetMetricDataRequest request,
        CancellationToken cancellationToken = default);

    Task<ListMetricsResponse> ListMetricsAsync(CancellationToken cancellationToken = default);

    Task<ListMetricsResponse> ListMetricsAsync(
        ListMetricsRequest request,
        CancellationToken cancellationToken = default);

    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCloudWatchConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials,
        ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonCloudWatchConfig config)
            throw new AmazonClientException($"CloudWatch takes no {clientConfig?.GetType()}.");
        return awsCredentials == null
            ? new AmazonCloudWatchClient(config)
            : new AmazonCloudWatchClient(awsCredentials, config);
    }
}
