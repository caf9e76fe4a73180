using System.Net;
using Archera.Sandbox.Aws.CloudWatch;
using Archera.Sandbox.Aws.CostExplorer;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Worlds;

namespace Archera.Sandbox.Aws.Hosting;

/// <summary>How a simulated AWS starts.</summary>
public sealed record SimulatedAwsOptions
{
    /// <summary>0 takes a free port.</summary>
    public int Port { get; init; }

    /// <summary>Only loopback by default: everybody who reaches the port may use the control surface.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>Decides the users' keys, which calls faults hit, and which pages are empty.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The billing today at the start; the real one when it is not given.</summary>
    public DateOnly? Today { get; init; }

    public required AwsWorld World { get; init; }

    /// <summary>Keeps roles, policies, bill, events, restatements and clock there; null keeps them in memory.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>The share of calls that is throttled from the start, 0 to 1, until faults are replaced.</summary>
    public decimal ThrottleShare { get; init; }

    /// <summary>False takes the token buckets away, for callers whose clock is not the real one.</summary>
    public bool EnforceQuotas { get; init; } = true;

    /// <summary>ListAccounts also sends the retired <c>Status</c>.</summary>
    public bool ListAccountStatus { get; init; }

    /// <summary>Model and documentation say 64; the real service was seen to take 256.</summary>
    public int MaxSourceIdentityLength { get; init; } = 64;

    /// <summary>Page sizes of Cost Explorer.</summary>
    public CostExplorerOptions? CostExplorer { get; init; }

    /// <summary>Page sizes and further metrics of CloudWatch.</summary>
    public CloudWatchOptions CloudWatch { get; init; } = new();

    /// <summary>Real time, for signatures, sessions, buckets and waits.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Further operations, for example of a test.</summary>
    public IReadOnlyList<IJsonOperation> Operations { get; init; } = [];
}
