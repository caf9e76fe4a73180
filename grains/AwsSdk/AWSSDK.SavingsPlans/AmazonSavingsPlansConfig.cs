using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using Archera.AwsSdk.JsonProtocol;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.SavingsPlans;

public class AmazonSavingsPlansConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0.100");

    public AmazonSavingsPlansConfig()
        : base(new DefaultConfigurationProvider(DefaultModes.All))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "savingsplans";
        EndpointProvider = new PartitionEndpoints("savingsplans", isNameless: true);
    }

    public static new string ServiceId => "savingsplans";

    public override string RegionEndpointServiceName => "savingsplans";

    public override string ServiceVersion => "2019-06-28";

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        PartitionEndpointResolver.Resolve(this, ServiceId, parameters);
}
