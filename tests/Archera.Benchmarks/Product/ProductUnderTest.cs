using System.Globalization;
using System.Text.Json;
using Archera.Aws.Calls;
using Archera.Benchmarks.Simulator;
using Archera.Sandbox.Aws.Worlds;
using Archera.Sandbox.DataDirectory;
using Archera.Sandbox.Onboarding;
using Archera.Sandbox.PublicApi;
using Archera.Silo;

namespace Archera.Benchmarks.Product;

/// <summary>
/// Silo and gateway in this process, on SQLite in a folder, as <c>Archera.Silo</c> runs them in profile Embedded.
/// </summary>
internal sealed class ProductUnderTest : IAsyncDisposable
{
    private const string Tenant = "benchmark";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    private readonly WebApplication _silo;
    private readonly HttpClient _gateway;
    private readonly HttpClient _aws;

    private ProductUnderTest(WebApplication silo, SimulatorProcess simulator)
    {
        _silo = silo;
        _gateway = new HttpClient { BaseAddress = new Uri(silo.Urls.First()), Timeout = TimeSpan.FromMinutes(2) };
        _aws = new HttpClient { BaseAddress = simulator.Endpoint };
    }

    internal IServiceProvider Services => _silo.Services;

    internal AwsCallTotals Calls => _silo.Services.GetRequiredService<AwsCallMeter>().Totals;

    internal static async Task<ProductUnderTest> StartAsync(
        string folder, SimulatorProcess simulator, int historyDays, CancellationToken cancellationToken)
    {
        var credentials = Path.Combine(folder, "aws-credentials");
        await File.WriteAllLinesAsync(
            credentials,
            [
                "[vendor]",
                $"aws_access_key_id = {simulator.AccessKeyId}",
                $"aws_secret_access_key = {simulator.SecretAccessKey}",
            ],
            cancellationToken);
        var silo = SiloApplication.Create([], new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Embedded:Directory"] = Path.Combine(folder, "silo"),
            ["Keys:Directory"] = Path.Combine(folder, "keys"),
            ["Keys:Store"] = Path.Combine(folder, "keystore"),
            ["Aws:EndpointOverride"] = simulator.Endpoint.ToString(),
            ["Aws:ProfilesLocation"] = credentials,
            ["Aws:Partitions:aws:Profile"] = "vendor",
            ["Onboarding:VendorPrincipalArn"] = simulator.UserArn,
            ["Refresh:HistoryDays"] = historyDays.ToString(CultureInfo.InvariantCulture),
            ["Logging:LogLevel:Default"] = "Error",
        });
        await silo.StartAsync(cancellationToken);
        return new ProductUnderTest(silo, simulator);
    }

    /// <summary>Onboards the organizations as one tenant, as the sandbox's customers do.</summary>
    internal async Task<ApiClient> OnboardAsync(
        string folder, IReadOnlyList<Organization> organizations, CancellationToken cancellationToken)
    {
        var customer = new DemoCustomer(
            new CustomerPlan(Tenant, [.. organizations]), OpenCustomers(folder), new AwsConsole(_aws), _gateway,
            new Deadline(TimeProvider.System, Limit), TimeProvider.System);
        var operatorKey = _silo.Configuration["Operator:Key"]
            ?? throw new InvalidOperationException("The silo has no operator key.");
        var api = await customer.OnboardAsync(
            new ApiClient(_gateway, operatorKey, TimeProvider.System), _ => { }, cancellationToken);
        return api;
    }

    /// <summary>Waits until every account says that all of it is read. It asks for accounts, never for costs.</summary>
    internal static async Task WaitUntilReadAsync(ApiClient api, CancellationToken cancellationToken)
    {
        while (!(await api.ListPayersAsync(cancellationToken)).All(payer => payer.IsWhole))
            await Task.Delay(PollInterval, TimeProvider.System, cancellationToken);
    }

    /// <summary>The requests that the simulated AWS saw, by service and operation.</summary>
    internal async Task<IReadOnlyDictionary<string, int>> CallsAtAwsAsync(CancellationToken cancellationToken)
    {
        using var answer = await _aws.GetAsync("/_sandbox/calls", cancellationToken);
        answer.EnsureSuccessStatusCode();
        using var calls = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
        return calls.RootElement.GetProperty("rows").EnumerateArray()
            .GroupBy(row => $"{row.GetProperty("service").GetString()}.{row.GetProperty("operation").GetString()}")
            .ToDictionary(
                operation => operation.Key,
                operation => operation.Sum(row => row.GetProperty("sent").GetInt32()),
                StringComparer.Ordinal);
    }

    /// <summary>The key of the tenant that was onboarded in the folder.</summary>
    internal static string KeyIn(string folder) => OpenCustomers(folder).Find(Tenant)!.Key;

    internal ApiClient ClientFor(string key) => new(_gateway, key, TimeProvider.System);

    private static CustomersFile OpenCustomers(string folder) =>
        CustomersFile.Open(Path.Combine(folder, "customers.json"), Tenant);

    public async ValueTask DisposeAsync()
    {
        _gateway.Dispose();
        _aws.Dispose();
        await _silo.StopAsync();
        await _silo.DisposeAsync();
    }
}
