using System.Diagnostics.Metrics;
using Archera.Aws;
using Archera.Aws.Calls;
using Archera.Aws.Datasets;
using Archera.Aws.Sessions;
using Archera.Contracts.Identity;
using Archera.Contracts.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Archera.SandboxTests.AwsClient;

/// <summary>Archera.Aws as a process has it, pointed at one endpoint, with a connection to one account.</summary>
internal sealed class AwsClientHost : IAsyncDisposable
{
    internal const string ExternalIdText = "ext-0123456789";

    private readonly string _profiles = Path.GetTempFileName();
    private readonly ServiceProvider _services;

    private AwsClientHost(
        Uri endpoint,
        PayerAccountKey account,
        (string Id, string Secret) keys,
        Dictionary<string, string?>? settings,
        TimeProvider? time)
    {
        Rewrite(keys);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Aws:EndpointOverride"] = endpoint.ToString(),
            ["Aws:ProfilesLocation"] = _profiles,
            ["Aws:Partitions:aws:Profile"] = "archera",
            ["Aws:Calls:JitterSeed"] = "1",
            ["Aws:Calls:MinDelay"] = "00:00:00.001",
            ["Aws:Calls:MaxDelay"] = "00:00:00.005",
            ["Aws:Calls:CostExplorerPerSecond"] = "100",
            ["Aws:Calls:CostExplorerBurst"] = "1000",
            ["Aws:Calls:OrganizationsPerSecond"] = "100",
            ["Aws:Calls:OrganizationsBurst"] = "1000",
        }).AddInMemoryCollection(settings ?? []).Build();
        var services = new ServiceCollection();
        if (time is not null)
            services.AddSingleton(time);
        services.AddSingleton(new BillingClock(time ?? TimeProvider.System));
        _services = services.AddArcheraAws(configuration).BuildServiceProvider(validateScopes: true);
        Account = account;
        Connection = Connect();
    }

    internal PayerAccountKey Account { get; }

    internal IAccountConnection Connection { get; }

    internal AttemptLog Attempts { get; } = new();

    internal AwsCallTotals ProcessTotals => _services.GetRequiredService<AwsCallMeter>().Totals;

    /// <summary>The scope of every meter of this host.</summary>
    internal IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    internal IReadOnlyList<IDataset> Datasets => _services.GetRequiredService<DatasetCatalogue>().All;

    internal static AwsClientHost At(
        Uri endpoint,
        Dictionary<string, string?>? settings = null,
        TimeProvider? time = null,
        string payer = TinyWorld.Payer,
        (string Id, string Secret)? keys = null,
        string partition = "aws") => new(
        endpoint, PayerAccountKey.Parse($"{partition}:{payer}"), keys ?? ("AKIAEXAMPLE", "secret"), settings, time);

    internal static AwsClientHost At(
        Sandbox sandbox, Dictionary<string, string?>? settings = null, string payer = TinyWorld.Payer) =>
        At(
            sandbox.Aws.Endpoint,
            settings,
            payer: payer,
            keys: (sandbox.Aws.Vendor.AccessKeyId, sandbox.Aws.Vendor.SecretAccessKey));

    internal IDataset Dataset(string name) => Datasets.Single(d => d.Name == DatasetName.Parse(name));

    /// <summary>A further connection, as if another process had entered the account.</summary>
    internal IAccountConnection Connect(string externalId = ExternalIdText, IReadOnlyList<string>? actions = null) =>
        _services.GetRequiredService<IAccountConnections>().Create(
            new AccountRole(
                Account,
                RoleArn.Parse($"arn:{Account.Partition}:iam::{Account.AccountId}:role/Archera"),
                new ExternalId(externalId),
                actions ?? _services.GetRequiredService<DatasetCatalogue>().Actions),
            Attempts);

    internal Task<AwsAnswer<DatasetReading>> ReadAsync(string dataset, DatePeriod days) => Dataset(dataset).ReadAsync(
        new PlannedRead(DatasetName.Parse(dataset), days), Connection, TestContext.Current.CancellationToken);

    /// <summary>What a customer of ours does when keys rotate: the file changes while the process runs.</summary>
    internal void Rewrite((string Id, string Secret) keys) => File.WriteAllText(
        _profiles, $"[archera]\naws_access_key_id = {keys.Id}\naws_secret_access_key = {keys.Secret}\n");

    /// <summary>What a half-written file is: no profile can be read from it.</summary>
    internal void Spoil() => File.WriteAllText(_profiles, "[archera\naws_access_key_id\n= =\n");

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        await _services.DisposeAsync();
        File.Delete(_profiles);
    }
}
