using System.Net;
using Archera.Sandbox.Aws.Billing;
using Archera.Sandbox.Aws.CloudTrail;
using Archera.Sandbox.Aws.CloudWatch;
using Archera.Sandbox.Aws.Control;
using Archera.Sandbox.Aws.CostExplorer;
using Archera.Sandbox.Aws.Ec2;
using Archera.Sandbox.Aws.Faults;
using Archera.Sandbox.Aws.Iam;
using Archera.Sandbox.Aws.Iam.Operations;
using Archera.Sandbox.Aws.Machines;
using Archera.Sandbox.Aws.Organizations;
using Archera.Sandbox.Aws.Protocol;
using Archera.Sandbox.Aws.Regions;
using Archera.Sandbox.Aws.SavingsPlans;
using Archera.Sandbox.Aws.Signing;
using Archera.Sandbox.Aws.Sts;
using Archera.Sandbox.Aws.Throttling;
using Archera.Sandbox.Aws.Worlds;
using Archera.Sandbox.Aws.Worlds.Restatements;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Archera.Sandbox.Aws.Hosting;

/// <summary>
/// A running simulated AWS: real wire protocols on <c>/</c>, the control surface under <c>/_sandbox/</c>, and the
/// same controls as members.
/// </summary>
public sealed class SimulatedAws : IAsyncDisposable
{
    private readonly List<IDisposable> _held;
    private readonly RestatementLog _restatements;
    private readonly MachineLog _machines;
    private WebApplication? _app;

    private SimulatedAws(SimulatedAwsOptions options, List<IDisposable> held)
    {
        _held = held;
        if (options.DataDirectory is { } directory)
            _held.Add(DataLock.Take(directory));
        World = options.World;
        Users = new UserStore(options.Seed, options.World);
        Roles = new RoleStore(OpenJournal(options, "roles.jsonl"), options.TimeProvider);
        ControlPolicies = new ControlPolicies(World, OpenJournal(options, "scps.jsonl"));
        Members = new Members(World, OpenJournal(options, "members.jsonl"));
        Regions = new AccountRegions(World, OpenJournal(options, "regions.jsonl"));
        Bill = new RequestBill(OpenJournal(options, "bill.jsonl"));
        Trail = new Trail(OpenJournal(options, "cloudtrail.jsonl"));
        var realToday = DateOnly.FromDateTime(options.TimeProvider.GetUtcNow().UtcDateTime);
        Clock =
            new SimulatedClock(options.TimeProvider, options.Today ?? realToday, OpenJournal(options, "clock.jsonl"));
        Metrics = CloudWatchOperations.Metrics(World, Clock.Today, options.Seed, options.CloudWatch);
        _restatements = new RestatementLog(World, OpenJournal(options, "restatements.jsonl"));
        _machines = new MachineLog(World.Machines, OpenJournal(options, "machines.jsonl"));
        Faults = new FaultSet(
            options.Seed, options.ThrottleShare > 0 ? [new Fault(FaultKind.Throttle, options.ThrottleShare)] : []);
    }

    public Uri Endpoint { get; private set; } = null!;

    public AwsWorld World { get; }

    public UserStore Users { get; }

    /// <summary>The vendor's own user, the principal that customers' roles are meant to trust.</summary>
    public IamUser Vendor => Users.Vendor;

    public RoleStore Roles { get; }

    public ControlPolicies ControlPolicies { get; }

    /// <summary>Which accounts are in which organization.</summary>
    public Members Members { get; }

    /// <summary>Which regions each account has switched on.</summary>
    public AccountRegions Regions { get; }

    public SessionStore Sessions { get; } = new();

    public FaultSet Faults { get; }

    public GroupedAnswers Grouped { get; } = new();

    public SimulatedClock Clock { get; }

    public CallCounters Calls { get; } = new();

    public RequestBill Bill { get; }

    public Trail Trail { get; }

    /// <summary>Every metric of every account.</summary>
    public IMetricSource Metrics { get; }

    /// <summary>Starts and listens. Throws <see cref="PortTakenException"/> when the port is in use.</summary>
    public static async Task<SimulatedAws> StartAsync(SimulatedAwsOptions options, CancellationToken cancellationToken)
    {
        var aws = Open(options);
        try
        {
            await aws.ListenAsync(options, cancellationToken);
            return aws;
        }
        catch (Exception exception)
        {
            await aws.DisposeAsync();
            if (exception is IOException
                && exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
                throw new PortTakenException(options.Port, exception);
            throw;
        }
    }

    /// <summary>
    /// Adds, changes or removes a row of a bill, durably. Throws when no bill of the world can have the row.
    /// </summary>
    public void Restate(Restatement restatement) => _restatements.Restate(restatement);

    /// <summary>
    /// Does to a machine what a customer does by hand, durably, and gives its id. Throws when it can't be done then.
    /// </summary>
    public string Change(MachineChange change) => _machines.Change(change);

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _held.ForEach(held => held.Dispose());
    }

    private static SimulatedAws Open(SimulatedAwsOptions options)
    {
        var held = new List<IDisposable>();
        try
        {
            return new SimulatedAws(options, held);
        }
        catch
        {
            held.ForEach(each => each.Dispose()); // A folder that can't be read must not stay locked.
            throw;
        }
    }

    private async Task ListenAsync(SimulatedAwsOptions options, CancellationToken cancellationToken)
    {
        // Empty: no file or variable of the surrounding program may change what this server listens on.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, OwnersLifetime>();
        builder.Logging
            .SetMinimumLevel(LogLevel.Error)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None) // A failed start is thrown, and told in one line.
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Limit(kestrel, options));
        _app = builder.Build();
        var control = new ControlSurface(this);
        var door = CreateDoor(options, _app.Services.GetRequiredService<ILogger<FrontDoor>>());
        _app.Run(context => context.Request.Path.StartsWithSegments(ControlSurface.Root, out var rest)
            ? control.HandleAsync(context, rest)
            : door.HandleAsync(context));
        await _app.StartAsync(cancellationToken);
        var address =
            _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Endpoint = new UriBuilder(address) { Host = IPAddress.Loopback.ToString() }.Uri;
    }

    private static void Limit(KestrelServerOptions kestrel, SimulatedAwsOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = null; // RequestReader holds AWS's own limit, with AWS's answer.
        kestrel.Listen(options.Listen, options.Port);
    }

    private FrontDoor CreateDoor(SimulatedAwsOptions options, ILogger<FrontDoor> logger)
    {
        var authenticator = new Authenticator(Users, Sessions, Roles, ControlPolicies, Regions);
        var throttle = new RequestThrottle(options.EnforceQuotas);
        var handler = new CallHandler(
            authenticator,
            throttle,
            Bill,
            Trail,
            Regions,
            Clock);
        return new FrontDoor(
            new Router(
                JsonOperations(options),
                QueryOperations(options),
                CloudWatchOperations.Create(Metrics, throttle, options.Seed, options.CloudWatch),
                [new DescribeSavingsPlans(World, new PageTokens(options.Seed))]),
            authenticator, handler,
            new AnswerWriter(options.TimeProvider), Faults, Calls, options.TimeProvider, logger);
    }

    private IEnumerable<IQueryOperation> QueryOperations(SimulatedAwsOptions options) =>
    [
        new AssumeRole(Roles, Sessions, World, options.MaxSourceIdentityLength),
        new GetCallerIdentity(),
        .. IamOperations.Create(Users, Roles),
        .. Ec2Operations.Create(World, Regions, Clock),
    ];

    private IEnumerable<IJsonOperation> JsonOperations(SimulatedAwsOptions options) =>
    [
        new DescribeOrganization(Members),
        new ListAccounts(Members, options.Seed, options.ListAccountStatus),
        .. CostExplorerOperations.Create(World, options.Seed, options.CostExplorer, Grouped),
        .. options.Operations,
    ];

    private Journal OpenJournal(SimulatedAwsOptions options, string name)
    {
        var journal = Journal.Open(options.DataDirectory, name);
        _held.Add(journal);
        return journal;
    }
}
