using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Archera.AwsSdk.JsonProtocol;

/// <summary>
/// One endpoint for a whole partition, in the region that the partition keeps for such services and signed for it:
/// us-east-1, cn-northwest-1, us-gov-west-1.
/// </summary>
/// <param name="isNameless">In the commercial partition the endpoint's name has no region in it.</param>
internal sealed class PartitionEndpoints(string service, bool isNameless = false) : IEndpointProvider
{
    public const string Region = nameof(Region);
    public const string ServiceUrl = "Endpoint";
    public const string UseFips = "UseFIPS";
    public const string UseDualStack = nameof(UseDualStack);

    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters[UseFips] is true || parameters[UseDualStack] is true)
            throw new AmazonClientException($"This build knows no FIPS or dual-stack endpoint of {service}.");
        if (parameters[ServiceUrl] is string { Length: > 0 } url)
            return new Endpoint(url);
        if (parameters[Region] is not string { Length: > 0 } region)
            throw new AmazonClientException("Invalid Configuration: Missing Region");
        var partition = Fn.Partition(region);
        var home = partition.implicitGlobalRegion;
        var host = isNameless && partition.name == "aws" ? service : $"{service}.{home}";
        return new Endpoint(
            $"https://{host}.{partition.dnsSuffix}",
            $$"""{"authSchemes":[{"name":"sigv4","signingName":"{{service}}","signingRegion":"{{home}}"}]}""",
            headersJson: null);
    }
}
