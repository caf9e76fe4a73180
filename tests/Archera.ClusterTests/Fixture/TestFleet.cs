using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using Archera.Aws;
using Archera.Aws.Calls;
using Archera.Contracts.Accounts;
using Archera.Contracts.Events;
using Archera.Contracts.Identity;
using Archera.Contracts.Offboarding;
using Archera.Contracts.Refresh;
using Archera.Contracts.Reports;
using Archera.Contracts.Tenants;
using Archera.Contracts.Time;
using Archera.Grains;
using Archera.Grains.Custody;
using Archera.Grains.Refresh;
using Archera.Sandbox.Aws.CostExplorer;
using Archera.Sandbox.Aws.Hosting;
using Archera.Sandbox.Aws.Worlds;
using Archera.Silo.Custody;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Core.Internal;
using Orleans.Providers;
using Orleans.Storage;
using Orleans.Streams;
using Orleans.TestingHost;

namespace Archera.ClusterTests.Fixture;

/// <summary>Silos and a simulated AWS in this process: real grains, streams, signatures and HTTP.</summary>
public sealed partial class TestFleet : IAsyncDisposable
{
    /// <summary>How long a test waits for a signal before it says which one never came.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _profiles = Path.GetTempFileName();
    private readonly EndedWork _endedRefreshes = new("archera.refresh.ended");
    private readonly EndedWork _endedTries = new("archera.offboarding.tries");
    private readonly EndedWork _endedBackfills = new("archera.backfill.ended");
    private readonly EndedWork _endedVerifications = new("archera.connection.verifications");
    private readonly (string Key, string Value)[] _settings;
    private readonly bool _hasWitnesses;
    private readonly DateOnly _startedOn;
    private readonly ConcurrentBag<BillingClock> _clocks = [];

    private TestFleet(SimulatedAws aws, bool hasWitnesses, (string Key, string Value)[] settings) =>
        (Aws, _startedOn, _hasWitnesses, _settings) = (aws, aws.Clock.Today, hasWitnesses, settings);

    public SimulatedAws Aws { get; }

    public SharedStorage Storage { get; } = new();

    public TestKeys Keys { get; } = new();

    public TestPublisher Publisher { get; } = new();

    public TestCalls Calls { get; } = new();

    public TestDatasets Datasets { get; } = new();

    public TestAwsCalls AwsCalls { get; } = new();

    public InProcessTestCluster Cluster { get; private set; } = null!;

    public IGrainFactory Grains => Cluster.Client;

    /// <summary>The scope of the first silo's meters.</summary>
    public IMeterFactory Meters => Cluster.Silos[0].ServiceProvider.GetRequiredService<IMeterFactory>();

    public IReminderTable Reminders =>
        Cluster.Silos[0].ServiceProvider.GetRequiredService<IReminderTable>();

    public DateOnly Today => Aws.Clock.Today;

    /// <summary>The days that an account is read for that was connected when the fleet started.</summary>
    public DatePeriod History => new(_startedOn.AddDays(-HistoryDays), Today);

    /// <summary>Completes with the next try to carry an offboarding on.</summary>
    public Task NextOffboardingTry => _endedTries.Next;

    /// <summary>Partitions that were read, or are late.</summary>
    public EndedWork Partitions { get; } = new("archera.refresh.partitions");

    public const int HistoryDays = 9;

    /// <summary>How many payer accounts there are unless a test wants more.</summary>
    public const int Payers = 2;

    /// <summary>The days before the first look that machines' use is read for: it is much to measure.</summary>
    public const int UtilizationDays = 1;

    /// <summary>How often a payer's bill is read, each time cut another way.</summary>
    public const int CostDatasets = 4;

    /// <summary>So few that a read has several pages.</summary>
    private const int GroupsPerPage = 50;

    /// <param name="settings">Configuration of the silos, beside what suits every test.</param>
    public static async Task<TestFleet> StartAsync(
        short silos = 1,
        decimal throttleShare = 0,
        bool hasWitnesses = false,
        int payers = Payers,
        params (string Key, string Value)[] settings)
    {
        var world = AwsWorld.Generate(
            new GeneratedWorldOptions { Payers = payers, LinkedPerPayer = 3, Services = 4 });
        var aws = await SimulatedAws.StartAsync(
            new SimulatedAwsOptions
            {
                World = world,
                EnforceQuotas = false,
                ThrottleShare = throttleShare,
                CostExplorer = new CostExplorerOptions { GroupsPerPage = GroupsPerPage },
            },
            TestContext.Current.CancellationToken);
        var fleet = new TestFleet(aws, hasWitnesses, settings);
        await fleet.DeployAsync(silos);
        return fleet;
    }

    public PayerAccountKey Payer(int index) =>
        PayerAccountKey.Parse("aws:" + Aws.World.Organizations[index].PayerAccountId);

    public IPayerAccountGrain Account(PayerAccountKey payer) => Grains.GetGrain<IPayerAccountGrain>(payer.ToString());

    public async Task<TenantId> CreateTenantAsync(string name)
    {
        var created = await Grains.GetGrain<ITenantIndexGrain>(ITenantIndexGrain.Key).CreateAsync(name, null, default);
        return created.Value!.Id;
    }

    /// <summary>Claims, makes the customer's role as the claim says, sets it.</summary>
    public async Task ClaimAsync(
        TenantId tenant,
        PayerAccountKey payer,
        string roleName = "Archera",
        ConnectionMode mode = ConnectionMode.Payer)
    {
        await Grains.GetGrain<ITenantGrain>(tenant.Value).AddPayerAccountAsync(payer, default);
        var claim = await Account(payer).ClaimAsync(
            tenant, new ClaimRequest(PermissionTier.Production, mode), default);
        var arn = $"arn:aws:iam::{payer.AccountId}:role/{roleName}";
        PutRole(arn, claim.Value!.View.ExternalId);
        (await Account(payer).SetRoleAsync(tenant, RoleArn.Parse(arn), default)).IsGranted.ShouldBeTrue();
    }

    public async Task<VerificationView> VerifyAsync(TenantId tenant, PayerAccountKey payer)
    {
        (await Account(payer).VerifyAsync(tenant, default)).IsGranted.ShouldBeTrue();
        var view = await Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(8), default);
        return view.Value!;
    }

    /// <summary>The verification under way, once it has ended: however long what it waits for takes.</summary>
    public Task<VerificationView> EndVerifyingAsync(TenantId tenant, PayerAccountKey payer) => EndAsync(
        _endedVerifications,
        async () => (await Account(payer).GetVerificationAsync(tenant, TimeSpan.FromSeconds(8), default)).Value!,
        view => view.IsDone);

    /// <summary>A connected tenant and account, its first refresh ended.</summary>
    public async Task<TenantId> OnboardAsync(PayerAccountKey payer, string name = "Tenant")
    {
        var tenant = await CreateTenantAsync(name);
        await ClaimAsync(tenant, payer);
        (await VerifyAsync(tenant, payer)).Connection.ShouldBe(ConnectionState.Connected);
        await EndAsync(tenant, new OperationId(payer, 1));
        return tenant;
    }

    public async Task<OperationView> RefreshAsync(TenantId tenant, PayerAccountKey payer)
    {
        var begun = await Account(payer).RefreshAsync(tenant, default);
        return await EndAsync(tenant, begun.Value!.Id);
    }

    public Task<OperationView> EndAsync(TenantId tenant, OperationId operation) => EndAsync(
        _endedRefreshes,
        async () => (await Account(operation.PayerAccount).GetOperationAsync(tenant, operation, default))!,
        view => view is { State: not OperationState.Running });

    /// <summary>An offboarding that has ended, or could not go on.</summary>
    public Task<OperationView> EndLeavingAsync(TenantId tenant, OperationId operation) => EndAsync(
        _endedTries,
        async () => (await Grains.GetGrain<IOffboardingGrain>(tenant.Value).GetOperationAsync(operation, default))!,
        view => view is { State: not OperationState.Running });

    /// <summary>What the tenant is told, once it is told that much.</summary>
    public async Task<IReadOnlyList<TenantEventKind>> EventsAsync(TenantId tenant, int count)
    {
        var grain = Grains.GetGrain<ITenantEventsGrain>(tenant.Value);
        while (true)
        {
            var told = Calls.Ended(
                nameof(ITenantEventsGrain.AppendAsync), which: call => call.TargetId == grain.GetGrainId());
            var events = await grain.ListAsync(0, TenantEventLimits.MaxListed, default);
            if (events.Events.Length >= count)
                return [.. events.Events.Select(happened => happened.Kind)];
            await told;
        }
    }

    /// <summary>Ends the account's activation as idleness does: the next call makes a new one.</summary>
    public Task DeactivateAsync(PayerAccountKey payer) => DeactivateAsync(Account(payer));

    public async Task DeactivateReportsAsync(PayerAccountKey payer)
    {
        foreach (var (month, _) in History.ByMonth())
            await DeactivateAsync(Grains.GetGrain<ICostReportGrain>(ICostReportGrain.KeyOf(payer, month)));
    }

    /// <summary>Stores a grain's record before its first activation.</summary>
    public Task SeedAsync<T>(string name, IGrainWithStringKey grain, T state) => Cluster.Silos[0].ServiceProvider
        .GetRequiredKeyedService<IGrainStorage>("Default")
        .WriteStateAsync(name, grain.GetGrainId(), new GrainState<T>(state));

    /// <summary>Writes a grain's record as it stands, as another activation does: what runs is outrun.</summary>
    public async Task RewriteAsync<T>(string name, IGrainWithStringKey grain)
        where T : new()
    {
        var storage = Cluster.Silos[0].ServiceProvider.GetRequiredKeyedService<IGrainStorage>("Default");
        var record = new GrainState<T>(new T());
        await storage.ReadStateAsync(name, grain.GetGrainId(), record);
        await storage.WriteStateAsync(name, grain.GetGrainId(), record);
    }

    /// <summary>A tick of the account's reminder.</summary>
    public Task TickAsync(PayerAccountKey payer) => Account(payer).AsReference<IRemindable>().ReceiveReminder(
        "refresh", new TickStatus(default, TimeSpan.FromMinutes(10), default));

    /// <summary>Our own keys as the silos read them the next time.</summary>
    public Task WriteVendorKeysAsync(string? secret = null, string? witnessSecret = null) => File.WriteAllTextAsync(
        _profiles,
        $"""
        [vendor]
        aws_access_key_id = {Aws.Vendor.AccessKeyId}
        aws_secret_access_key = {secret ?? Aws.Vendor.SecretAccessKey}
        [witness]
        aws_access_key_id = {Aws.Users.Witness.AccessKeyId}
        aws_secret_access_key = {witnessSecret ?? Aws.Users.Witness.SecretAccessKey}
        [colleague]
        aws_access_key_id = {Aws.Users.Colleague.AccessKeyId}
        aws_secret_access_key = {Aws.Users.Colleague.SecretAccessKey}
        """);

    /// <summary>Moves the billing clock of AWS and of every silo.</summary>
    public void MoveTo(DateOnly day)
    {
        Aws.Clock.MoveTo(day).ShouldBeTrue();
        foreach (var clock in _clocks)
            clock.MoveTo(day);
    }

    /// <summary>Moves the billing clock of AWS and of every silo by an hour.</summary>
    public void MoveOnAnHour()
    {
        Aws.Clock.MoveOn(1);
        foreach (var clock in _clocks)
            clock.MoveOn(TimeSpan.FromHours(1));
    }

    /// <summary>What a role allows that nothing is missing for.</summary>
    public const string MayReadAll = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*",
        "Action":["ce:Get*","organizations:*","ec2:Describe*","savingsplans:Describe*","cloudwatch:*"]}]}
        """;

    public void PutRole(string arn, ExternalId externalId, string permissions = MayReadAll) => PutRole(
        arn,
        $$"""
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{Aws.Vendor.UserArn}}"},
        "Action":["sts:AssumeRole"],"Condition":{"StringEquals":{"sts:ExternalId":"{{externalId.Reveal()}}"} } },
        {"Effect":"Allow","Principal":{"AWS":"{{Aws.Vendor.UserArn}}"},
        "Action":["sts:SetSourceIdentity","sts:TagSession"]}]}
        """,
        permissions);

    /// <summary>A role that is trusted as the policy says.</summary>
    public void PutRole(string arn, string trustPolicy, string permissions = MayReadAll) =>
        Aws.Roles.Put(arn, trustPolicy, permissions);

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        await Aws.DisposeAsync();
        Keys.Dispose();
        _endedRefreshes.Dispose();
        _endedTries.Dispose();
        _endedBackfills.Dispose();
        _endedVerifications.Dispose();
        Partitions.Dispose();
        File.Delete(_profiles);
    }

    private static async Task<T> EndAsync<T>(EndedWork work, Func<Task<T>> get, Predicate<T> hasEnded)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var ended = work.Next;
            var view = await get();
            if (hasEnded(view))
                return view;
            await ended.WaitAsync(patience.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            patience.Token.IsCancellationRequested.ShouldBeFalse($"Waited {Patience} in vain for the end of {view}.");
        }
    }

    public static Task DeactivateAsync(IGrainWithStringKey grain) =>
        grain.AsReference<IGrainManagementExtension>().DeactivateOnIdle().AsTask();

    private async Task DeployAsync(short silos)
    {
        await WriteVendorKeysAsync();
        var builder = new InProcessTestClusterBuilder(silos);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSiloHost((_, host) => host.Logging.ClearProviders());
        builder.ConfigureSilo((_, silo) => Configure(silo));
        Cluster = builder.Build();
        await Cluster.DeployAsync();
    }

    private void Configure(ISiloBuilder silo)
    {
        var configuration = Configuration();
        silo.UseInMemoryReminderService();
        silo.AddIncomingGrainCallFilter(Calls);
        silo.AddMemoryStreams<DefaultMemoryMessageBodySerializer>(UsageAggregate.StreamProvider, streams =>
        {
            streams.ConfigureStreamPubSub(StreamPubSubType.ImplicitOnly);
            streams.ConfigurePullingAgent(agent => agent.Configure(
                options => options.GetQueueMsgsTimerPeriod = TimeSpan.FromMilliseconds(10)));
        });
        Keys.AddTo(silo.Services);
        silo.Services.AddSealedGrainStorage(_ => Storage.Door());
        var clock = new BillingClock(TimeProvider.System);
        _clocks.Add(clock);
        silo.Services.AddSingleton(clock);
        silo.Services.AddArcheraAws(configuration);
        Datasets.Decorate(silo.Services);
        silo.Services.AddSingleton<StreamAggregatePublisher>();
        silo.Services.AddSingleton(services =>
            Publisher.For(services.GetRequiredService<StreamAggregatePublisher>()));
        silo.Services.AddSingleton<IAwsCallObserver>(AwsCalls);
        silo.Services.AddArcheraGrains(configuration);
        silo.Services.AddSingleton<ReminderCensus>();
        silo.Services.AddSingleton<IRecordCensus>(services =>
            new SharedStorageCensus(Storage, services.GetRequiredService<ReminderCensus>()));
    }

    private IConfigurationRoot Configuration() => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Aws:EndpointOverride"] = Aws.Endpoint.ToString(),
            ["Aws:ProfilesLocation"] = _profiles,
            ["Aws:Partitions:aws:Profile"] = "vendor",
            ["Aws:Calls:CostExplorerPerSecond"] = "100",
            ["Aws:Calls:CostExplorerBurst"] = "1000",
            ["Aws:Calls:OrganizationsPerSecond"] = "100",
            ["Aws:Calls:OrganizationsBurst"] = "1000",
            ["Aws:Calls:MinDelay"] = "00:00:00.001",
            ["Aws:Calls:MaxDelay"] = "00:00:00.005",
            ["Aws:Calls:MaxAttempts"] = "3",
            ["Aws:Calls:BreakerMinimumRequests"] = "10000",
            ["Onboarding:SettlingDelay"] = "00:00:00.010",
            ["Refresh:HistoryDays"] = HistoryDays.ToString(CultureInfo.InvariantCulture),
            ["Aws:Utilization:HistoryDays"] = UtilizationDays.ToString(CultureInfo.InvariantCulture),
            ["Refresh:AcknowledgeWithin"] = "00:00:00.500",
            ["Refresh:HandOverDelay"] = "00:00:00.010",
        })
        .AddInMemoryCollection(TestWitnesses.ControlIn(Aws))
        .AddInMemoryCollection(_hasWitnesses ? TestWitnesses.HireIn(Aws) : new Dictionary<string, string?>())
        .AddInMemoryCollection(_settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
        .Build();
}
