using Amazon.CloudWatch;
using Amazon.CostExplorer;
using Amazon.EC2;
using Amazon.Organizations;
using Amazon.Runtime;
using Amazon.SavingsPlans;
using Archera.Aws.Calls;
using Archera.Contracts.Identity;

namespace Archera.Aws.Sessions;

/// <summary>
/// One account seen through its role: the session (memory only, single-flight, renewed before it expires) and one call
/// pipeline per API. Every request on the wire goes through here and asks its limiter leave first.
/// </summary>
public interface IAccountConnection : IAsyncDisposable
{
    PayerAccountKey Account { get; }

    /// <summary>Sums over this connection's attempts.</summary>
    AwsCallTotals Totals { get; }

    /// <summary>How often AWS answered each IAM action since this was last called.</summary>
    IReadOnlyDictionary<string, long> TakeActions();

    /// <summary>
    /// Opens the session if none is open; the answer's request id is AssumeRole's. A refusal is the role's only where a
    /// control role of ours opens to us; where that is refused too, our own credentials are at fault.
    /// </summary>
    Task<AwsAnswer<CallerIdentity>> OpenAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Tries to open the role. Whether it opens is all that is learnt: the credentials never leave, and are never used.
    /// With the right external id, a refusal is judged as a session's is.
    /// </summary>
    Task<AwsAnswer<OpenedDoor>> TryDoorAsync(DoorTry door, CancellationToken cancellationToken);

    /// <summary>
    /// Whether another principal of ours can be a witness: a role refuses it, and the refusal means something.
    /// </summary>
    /// <returns>Null where no such witness is configured; a failure where it proves nothing.</returns>
    Task<AwsAnswer<CallerIdentity>?> CallWitnessAsync(OurPrincipal witness, CancellationToken cancellationToken);

    /// <summary>Asks STS who the session is.</summary>
    Task<AwsAnswer<CallerIdentity>> GetCallerIdentityAsync(CancellationToken cancellationToken);

    /// <summary>Asks CloudWatch in one Region; each has a limiter and a breaker of its own.</summary>
    /// <param name="priceUsd">What AWS charges for the answer: it depends on how many metrics are asked for.</param>
    Task<AwsAnswer<T>> CloudWatchAsync<T>(
        AwsRegion region,
        Func<IAmazonCloudWatch, CancellationToken, Task<T>> call,
        string operation,
        decimal priceUsd,
        CancellationToken cancellationToken)
        where T : AmazonWebServiceResponse;

    Task<AwsAnswer<T>> CostExplorerAsync<T>(
        Func<IAmazonCostExplorer, CancellationToken, Task<T>> call,
        string operation,
        CancellationToken cancellationToken)
        where T : AmazonWebServiceResponse;

    /// <summary>Asks EC2 in one Region; each has a limiter and a breaker of its own.</summary>
    Task<AwsAnswer<T>> Ec2Async<T>(
        AwsRegion region,
        Func<IAmazonEC2, CancellationToken, Task<T>> call,
        string operation,
        CancellationToken cancellationToken)
        where T : AmazonWebServiceResponse;

    Task<AwsAnswer<T>> SavingsPlansAsync<T>(
        Func<IAmazonSavingsPlans, CancellationToken, Task<T>> call,
        string operation,
        CancellationToken cancellationToken)
        where T : AmazonWebServiceResponse;

    Task<AwsAnswer<T>> OrganizationsAsync<T>(
        Func<IAmazonOrganizations, CancellationToken, Task<T>> call,
        string operation,
        CancellationToken cancellationToken)
        where T : AmazonWebServiceResponse;
}
