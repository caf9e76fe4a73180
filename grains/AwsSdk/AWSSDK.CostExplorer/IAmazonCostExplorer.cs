using Amazon.CostExplorer.Model;
using Amazon.Runtime;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.CostExplorer;

public interface IAmazonCostExplorer : IAmazonService, IDisposable
{
    Task<GetCostAndUsageResponse> GetCostAndUsageAsync(
        GetCostAndUsageRequest request,
        CancellationToken cancellationToken = default);

    Task<GetDimensionValuesResponse> GetDimensionValuesAsync(
        GetDimensionValuesRequest request,
        CancellationToken cancellationToken = default);

    Task<GetReservationCoverageResponse> GetReservationCoverageAsync(
        GetReservationCoverageRequest request,
        CancellationToken cancellationToken = default);

    Task<GetReservationPurchaseRecommendationResponse> GetReservationPurchaseRecommendationAsync(
        GetReservationPurchaseRecommendationRequest request,
        CancellationToken cancellationToken = default);

    Task<GetReservationUtilizationResponse> GetReservationUtilizationAsync(
        GetReservationUtilizationRequest request,
        CancellationToken cancellationToken = default);

    Task<GetSavingsPlansCoverageResponse> GetSavingsPlansCoverageAsync(
        GetSavingsPlansCoverageRequest request,
        CancellationToken cancellationToken = default);

    Task<GetSavingsPlansPurchaseRecommendationResponse> GetSavingsPlansPurchaseRecommendationAsync(
        GetSavingsPlansPurchaseRecommendationRequest request,
        CancellationToken cancellationToken = default);

    Task<GetSavingsPlansUtilizationResponse> GetSavingsPlansUtilizationAsync(
        GetSavingsPlansUtilizationRequest request,
        CancellationToken cancellationToken = default);

    Task<GetSavingsPlansUtilizationDetailsResponse> GetSavingsPlansUtilizationDetailsAsync(
        GetSavingsPlansUtilizationDetailsRequest request,
        CancellationToken cancellationToken = default);

    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCostExplorerConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials,
        ClientConfig clientConfig)
    {
        if (clientConfig is not AmazonCostExplorerConfig config)
            throw new AmazonClientException($"Cost Explorer takes no {clientConfig?.GetType()}.");
        return awsCredentials == null
            ? new AmazonCostExplorerClient(config)
            : new AmazonCostExplorerClient(awsCredentials, config);
    }
}
