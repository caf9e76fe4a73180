using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Archera.AwsSdk.JsonProtocol;

/// <summary>An endpoint in every region, signed for that region.</summary>
internal sealed class RegionalEndpoints(string service) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters[PartitionEndpoints.UseFips] is true || parameters[PartitionEndpoints.UseDualStack] is true)
            throw new AmazonClientException($"This build knows no FIPS or dual-stack endpoint of {service}.");
        if (parameters[PartitionEndpoints.ServiceUrl] is string { Length: > 0 } url)
            return new Endpoint(url);
        if (parameters[PartitionEndpoints.Region] is not string { Length: > 0 } region)
            throw new AmazonClientException("Invalid Configuration: Missing Region");
        return new Endpoint($"https://{service}.{region}.{Fn.Partition(region).dnsSuffix}");
    }
}
