using System.ComponentModel.DataAnnotations;

namespace Archera.Aws.Calls;

/// <summary>How AWS is called: quotas, retries, and the bounds of an answer. Bound from <c>Aws:Calls</c>.</summary>
public sealed record AwsCallOptions
{
    public const string Section = "Aws:Calls";

    /// <summary>
    /// CloudWatch requests a second, account and Region; 3. AWS counts 396,000 points a second, and a request asks for
    /// up to 100,800; the quota is shared with the customer's own tools.
    /// </summary>
    [Range(0.01, 50)]
    public double CloudWatchPerSecond { get; init; } = 3;

    /// <summary>CloudWatch requests that a rested account may make at once in a Region; 3.</summary>
    [Range(1, 1_000)]
    public int CloudWatchBurst { get; init; } = 3;

    /// <summary>
    /// Cost Explorer requests a second and payer account; 2. More is throttled by AWS, and every page costs the
    /// customer $0.01.
    /// </summary>
    [Range(0.01, 100)]
    public double CostExplorerPerSecond { get; init; } = 2;

    /// <summary>Cost Explorer requests that a rested account may make at once; 5.</summary>
    [Range(1, 1_000)]
    public int CostExplorerBurst { get; init; } = 5;

    /// <summary>
    /// EC2 requests a second, account and Region; 5. AWS allows 20, shared with the customer's own tools.
    /// </summary>
    [Range(0.01, 100)]
    public double Ec2PerSecond { get; init; } = 5;

    /// <summary>EC2 requests that a rested account may make at once in a Region; 10.</summary>
    [Range(1, 1_000)]
    public int Ec2Burst { get; init; } = 10;

    /// <summary>
    /// Organizations requests a second and payer account; 1. AWS's own limits are low and shared with the customer's
    /// tools.
    /// </summary>
    [Range(0.01, 100)]
    public double OrganizationsPerSecond { get; init; } = 1;

    /// <summary>Organizations requests that a rested account may make at once; 5.</summary>
    [Range(1, 1_000)]
    public int OrganizationsBurst { get; init; } = 5;

    /// <summary>
    /// Savings Plans requests a second and payer account; 1. AWS publishes no limit; a read takes one for 1,000 plans.
    /// </summary>
    [Range(0.01, 100)]
    public double SavingsPlansPerSecond { get; init; } = 1;

    /// <summary>Savings Plans requests that a rested account may make at once; 5.</summary>
    [Range(1, 1_000)]
    public int SavingsPlansBurst { get; init; } = 5;

    /// <summary>
    /// STS requests a second, partition and process; 50. AWS allows 600 a second to the vendor account, shared by all
    /// its customers and silos.
    /// </summary>
    [Range(0.01, 600)]
    public double StsPerSecond { get; init; } = 50;

    /// <summary>STS requests that a rested process may make at once; 100.</summary>
    [Range(1, 1_000)]
    public int StsBurst { get; init; } = 100;

    /// <summary>
    /// Calls that may wait for one limiter; 1,000. Beyond it a call is refused as throttled instead of queueing without
    /// end.
    /// </summary>
    [Range(1, 100_000)]
    public int MaxWaiting { get; init; } = 1_000;

    /// <summary>Attempts of a call, transient faults counted, throttles not; 5.</summary>
    [Range(1, 20)]
    public int MaxAttempts { get; init; } = 5;

    /// <summary>How long a call may take with all its retries; 10 minutes. Beyond it what it was for is late.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan MaxCallTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The shortest wait before a retry; 0.2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan MinDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait before a retry; 20 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long one request may take, body included; 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a body may stand still; 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan BodyStall { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a connection may take to come up; 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The largest body of an answer in bytes; 64 MiB. It is held in memory while it is read.</summary>
    [Range(1_024, 1_073_741_824)]
    public int MaxBodyBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Connections to one host, for all accounts of the process; 256.</summary>
    [Range(1, 10_000)]
    public int MaxConnections { get; init; } = 256;

    /// <summary>
    /// Whether the proxy of the environment is used; false, so that no variable sends session tokens elsewhere.
    /// </summary>
    public bool UseProxy { get; init; }

    /// <summary>The share of faults, throttles apart, that opens an account's breaker for an API; 0.5.</summary>
    [Range(0.01, 1)]
    public double BreakerFailureRatio { get; init; } = 0.5;

    /// <summary>Requests within <see cref="BreakerSampling"/> below which the breaker stays closed; 10.</summary>
    [Range(2, 10_000)]
    public int BreakerMinimumRequests { get; init; } = 10;

    /// <summary>The time over which the breaker counts; 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan BreakerSampling { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an open breaker spends nothing; 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan BreakerBreak { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Seeds the jitter of back-offs, for runs that must repeat; absent means random.</summary>
    public int? JitterSeed { get; init; }
}
