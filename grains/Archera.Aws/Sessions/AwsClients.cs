using Amazon;
using Amazon.CloudWatch;
using Amazon.CostExplorer;
using Amazon.EC2;
using Amazon.Organizations;
using Amazon.Runtime;
using Amazon.SavingsPlans;
using Amazon.SecurityToken;
using Archera.Aws.Calls;
using Archera.Aws.Http;
using Archera.Contracts.Identity;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Sessions;

/// <summary>Makes SDK clients that send exactly one request a call and share nothing but connections.</summary>
internal sealed class AwsClients(IOptions<AwsOptions> options, AwsHttpClientFactory http, BaseCredentials ours)
{
    public IAmazonSecurityTokenService? FindOurs(AwsPartition partition, OurPrincipal principal) =>
        ours.Find(partition, principal) is { } credentials ? Sts(credentials, partition) : null;

    public void ForgetOurs(AwsPartition partition, OurPrincipal principal) => ours.Forget(partition, principal);

    public IAmazonSecurityTokenService Sts(AWSCredentials credentials, AwsPartition partition) =>
        new AmazonSecurityTokenServiceClient(
            credentials, Configured(new AmazonSecurityTokenServiceConfig(), AwsApi.Sts, partition));

    public IAmazonCloudWatch CloudWatch(AWSCredentials credentials, AwsRegion region) =>
        new AmazonCloudWatchClient(credentials, Configured(new AmazonCloudWatchConfig(), region.Name));

    public IAmazonCostExplorer CostExplorer(AWSCredentials credentials, AwsPartition partition) =>
        new AmazonCostExplorerClient(
            credentials, Configured(new AmazonCostExplorerConfig(), AwsApi.CostExplorer, partition));

    public IAmazonEC2 Ec2(AWSCredentials credentials, AwsRegion region) =>
        new AmazonEC2Client(credentials, Configured(new AmazonEC2Config(), region.Name));

    public IAmazonOrganizations Organizations(AWSCredentials credentials, AwsPartition partition) =>
        new AmazonOrganizationsClient(
            credentials, Configured(new AmazonOrganizationsConfig(), AwsApi.Organizations, partition));

    public IAmazonSavingsPlans SavingsPlans(AWSCredentials credentials, AwsPartition partition) =>
        new AmazonSavingsPlansClient(
            credentials, Configured(new AmazonSavingsPlansConfig(), AwsApi.SavingsPlans, partition));

    private T Configured<T>(T config, AwsApi api, AwsPartition partition)
        where T : ClientConfig => Configured(
            config,
            AwsRegions.Of(api, partition)
                ?? throw new InvalidOperationException($"{api.Service} is not offered in partition {partition}."));

    private T Configured<T>(T config, string region)
        where T : ClientConfig
    {
        config.HttpClientFactory = http;

        // Polly retries, with the budget's leave. Stale connections are a counter of their own, ten by default.
        config.RetryMode = RequestRetryMode.Standard; // Adaptive, from a variable, would throttle locally as well.
        config.MaxErrorRetry = 0;
        config.MaxStaleConnectionRetries = 0;
        config.ThrottleRetries = false;
        config.DisableClockSkewCorrection = true; // Learned for the whole process, and kept once the clocks agree.
        config.AllowAutoRedirect = false;
        config.IgnoreConfiguredEndpointUrls = true;
        if (options.Value.EndpointOverride is { } address)
        {
            config.ServiceURL = address.AbsoluteUri;
            config.AuthenticationRegion = region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        return config;
    }
}
