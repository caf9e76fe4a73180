using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.SavingsPlans.Internal;
using Amazon.SavingsPlans.Model;
using Archera.AwsSdk.JsonProtocol;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.SavingsPlans;

public class AmazonSavingsPlansClient : AmazonServiceClient, IAmazonSavingsPlans
{
    public AmazonSavingsPlansClient()
        : base(new AmazonSavingsPlansConfig())
    {
    }

    public AmazonSavingsPlansClient(RegionEndpoint region)
        : base(new AmazonSavingsPlansConfig { RegionEndpoint = region })
    {
    }

    public AmazonSavingsPlansClient(AmazonSavingsPlansConfig config)
        : base(config)
    {
    }

    public AmazonSavingsPlansClient(AWSCredentials credentials)
        : this(credentials, new AmazonSavingsPlansConfig())
    {
    }

    public AmazonSavingsPlansClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonSavingsPlansConfig { RegionEndpoint = region })
    {
    }

    public AmazonSavingsPlansClient(AWSCredentials credentials, AmazonSavingsPlansConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    public AmazonSavingsPlansClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonSavingsPlansConfig())
    {
    }

    public AmazonSavingsPlansClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonSavingsPlansConfig { RegionEndpoint = region })
    {
    }

    public AmazonSavingsPlansClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        AmazonSavingsPlansConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonSavingsPlansClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonSavingsPlansConfig())
    {
    }

    public AmazonSavingsPlansClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        RegionEndpoint region)
        : this(
            awsAccessKeyId,
            awsSecretAccessKey,
            awsSessionToken,
            new AmazonSavingsPlansConfig { RegionEndpoint = region })
    {
    }

    public AmazonSavingsPlansClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        AmazonSavingsPlansConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    protected override IServiceMetadata ServiceMetadata { get; } = new ServiceName("savingsplans");

    public virtual Task<DescribeSavingsPlansResponse> DescribeSavingsPlansAsync(
        DescribeSavingsPlansRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeSavingsPlansResponse>(
            request, DescribeSavingsPlans.Operation.Invocation(), cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new PartitionEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SignatureVersion4());
    }
}
