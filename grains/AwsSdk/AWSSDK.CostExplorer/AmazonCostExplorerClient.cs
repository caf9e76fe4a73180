using Amazon.CostExplorer.Internal;
using Amazon.CostExplorer.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Archera.AwsSdk.JsonProtocol;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.CostExplorer;

public class AmazonCostExplorerClient : AmazonServiceClient, IAmazonCostExplorer
{
    public AmazonCostExplorerClient()
        : base(new AmazonCostExplorerConfig())
    {
    }

    public AmazonCostExplorerClient(RegionEndpoint region)
        : base(new AmazonCostExplorerConfig { RegionEndpoint = region })
    {
    }

    public AmazonCostExplorerClient(AmazonCostExplorerConfig config)
        : base(config)
    {
    }

    public AmazonCostExplorerClient(AWSCredentials credentials)
        : this(credentials, new AmazonCostExplorerConfig())
    {
    }

    public AmazonCostExplorerClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonCostExplorerConfig { RegionEndpoint = region })
    {
    }

    public AmazonCostExplorerClient(AWSCredentials credentials, AmazonCostExplorerConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonCostExplorerClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonCostExplorerConfig())
    {
    }

    public AmazonCostExplorerClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonCostExplorerConfig { RegionEndpoint = region })
    {
    }

    public AmazonCostExplorerClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        AmazonCostExplorerConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonCostExplorerClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonCostExplorerConfig())
    {
    }

    public AmazonCostExplorerClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        RegionEndpoint region)
        : this(
            awsAccessKeyId,
            awsSecretAccessKey,
            awsSessionToken,
            new AmazonCostExplorerConfig { RegionEndpoint = region })
    {
    }

    public AmazonCostExplorerClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        AmazonCostExplorerConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata { get; } = new ServiceName("Cost Explorer");

    public virtual Task<GetCostAndUsageResponse> GetCostAndUsageAsync(
        GetCostAndUsageRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<GetCostAndUsageResponse>(request, GetCostAndUsage.Operation.Invocation(), cancellationToken);

    public virtual Task<GetDimensionValuesResponse> GetDimensionValuesAsync(
        GetDimensionValuesRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<GetDimensionValuesResponse>(request, GetDimensionValues.Operation.Invocation(), cancellationToken);

    public virtual Task<GetReservationCoverageResponse> GetReservationCoverageAsync(
        GetReservationCoverageRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<GetReservationCoverageResponse>(
            request, GetReservationCoverage.Operation.Invocation(), cancellationToken);

    public virtual Task<GetReservationPurchaseRecommendationResponse> GetReservationPurchaseRecommendationAsync(
        GetReservationPurchaseRecommendationRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<GetReservationPurchaseRecommendationResponse>(
            request, GetReservationPurchaseRecommendation.Operation.Invocation(), cancellationToken);

    public virtual Task<GetReservationUtilizationResponse> GetReservationUtilizationAsync(
        GetReservationUtilizationRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<GetReservationUtilizationResponse>(
            request, GetReservationUtilization.Operation.Invocation(), cancellationToken);

    public virtual Task<GetSavingsPlansCoverageResponse> GetSavingsPlansCoverageAsync(
        GetSavingsPlansCoverageRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<GetSavingsPlansCoverageResponse>(
            request, GetSavingsPlansCoverage.Operation.Invocation(), cancellationToken);

    public virtual Task<GetSavingsPlansPurchaseRecommendationResponse> GetSavingsPlansPurchaseRecommendationAsync(
        GetSavingsPlansPurchaseRecommendationRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<GetSavingsPlansPurchaseRecommendationResponse>(
            request, GetSavingsPlansPurchaseRecommendation.Operation.Invocation(), cancellationToken);

    public virtual Task<GetSavingsPlansUtilizationResponse> GetSavingsPlansUtilizationAsync(
        GetSavingsPlansUtilizationRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<GetSavingsPlansUtilizationResponse>(
            request, GetSavingsPlansUtilization.Operation.Invocation(), cancellationToken);

    public virtual Task<GetSavingsPlansUtilizationDetailsResponse> GetSavingsPlansUtilizationDetailsAsync(
        GetSavingsPlansUtilizationDetailsRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<GetSavingsPlansUtilizationDetailsResponse>(
            request, GetSavingsPlansUtilizationDetails.Operation.Invocation(), cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new PartitionEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SignatureVersion4());
    }
}
