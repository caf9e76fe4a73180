using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;
using ExecutionContext = Amazon.Runtime.Internal.ExecutionContext;

namespace Archera.AwsSdk.JsonProtocol;

internal sealed class PartitionEndpointResolver : BaseEndpointResolver
{
    public static Endpoint Resolve(
        ClientConfig config,
        string serviceId,
        ServiceOperationEndpointParameters parameters)
    {
        var request = new DefaultRequest(parameters.Request, serviceId)
        {
            AlternateEndpoint = parameters.AlternateEndpoint,
        };
        var context = new RequestContext(enableMetrics: false, clientSigner: null)
        {
            ClientConfig = config,
            OriginalRequest = parameters.Request,
            Request = request,
        };
        return new PartitionEndpointResolver().GetEndpoint(new ExecutionContext(context, responseContext: null));
    }

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;
        return new EndpointParameters
        {
            [PartitionEndpoints.Region] = requestContext.Request.AlternateEndpoint?.SystemName ?? RegionOf(config),
            [PartitionEndpoints.ServiceUrl] = config.ServiceURL,
            [PartitionEndpoints.UseFips] = config.UseFIPSEndpoint,
            [PartitionEndpoints.UseDualStack] = config.UseDualstackEndpoint,
        };
    }

    private static string RegionOf(IClientConfig config)
    {
        if (config.RegionEndpoint != null || string.IsNullOrEmpty(config.ServiceURL))
            return config.RegionEndpoint?.SystemName;
        return string.IsNullOrEmpty(config.AuthenticationRegion)
            ? RegionEndpoint.GetBySystemName(AWSSDKUtils.DetermineRegion(config.ServiceURL)).SystemName
            : config.AuthenticationRegion;
    }
}
