using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using Archera.AwsSdk.JsonProtocol;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.CostExplorer;

public class AmazonCostExplorerConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0.100");

    public AmazonCostExplorerConfig()
        : base(new DefaultConfigurationProvider(DefaultModes.All))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "ce";
        EndpointProvider = new PartitionEndpoints("ce");
    }

    public static new string ServiceId => "Cost Explorer";

    public override string RegionEndpointServiceName => "ce";

    public override string ServiceVersion => "2017-10-25";

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        PartitionEndpointResolver.Resolve(this, ServiceId, parameters);
}
