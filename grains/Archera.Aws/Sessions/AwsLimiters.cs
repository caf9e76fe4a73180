using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Archera.Aws.Calls;
using Archera.Aws.Throttling;
using Archera.Contracts.Identity;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Sessions;

/// <summary>
/// A limiter a connection, API and Region asked, for quotas that belong to the customer's account; one a partition for
/// STS, whose quota is the vendor account's and shared by all.
/// </summary>
internal sealed class AwsLimiters(IOptions<AwsCallOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<AwsPartition, BudgetRateLimiter> _sts = new();

    public RateLimiter Sts(AwsPartition partition) =>
        _sts.GetOrAdd(partition, _ => Limiter(options.Value.StsPerSecond, options.Value.StsBurst));

    public RateLimiter CloudWatch() => Limiter(options.Value.CloudWatchPerSecond, options.Value.CloudWatchBurst);

    public RateLimiter CostExplorer() => Limiter(options.Value.CostExplorerPerSecond, options.Value.CostExplorerBurst);

    public RateLimiter Ec2() => Limiter(options.Value.Ec2PerSecond, options.Value.Ec2Burst);

    public RateLimiter Organizations() =>
        Limiter(options.Value.OrganizationsPerSecond, options.Value.OrganizationsBurst);

    public RateLimiter SavingsPlans() => Limiter(options.Value.SavingsPlansPerSecond, options.Value.SavingsPlansBurst);

    private BudgetRateLimiter Limiter(double perSecond, int burst) =>
        new(RequestQuota.PerSecond(perSecond, burst), options.Value.MaxWaiting, time);
}
