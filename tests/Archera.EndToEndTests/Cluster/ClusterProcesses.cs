using System.Net.Http.Headers;
using Archera.EndToEndTests.Processes;

namespace Archera.EndToEndTests.Cluster;

/// <summary>
/// What docker-compose.yml describes, as processes of this machine: storage, AWS, two silos and a gateway.
/// </summary>
internal sealed class ClusterProcesses : IAsyncDisposable
{
    public const string HistoryDays = "3";

    private const string OperatorKey = "arc_operator_0123456789abcdefghijklmnopqrstuv";
    private static readonly string[] FreePort = ["--urls", "http://127.0.0.1:0"];

    private readonly Stack<ProgramProcess> _started = new();
    private readonly TemporaryFolder _folder = new();

    private AzuriteProcess _storage = null!;

    public SimulatedAwsProcess Aws { get; private set; } = null!;

    public HttpClient Gateway { get; } = new();

    public string Storage => _storage.ConnectionString;

    public string Logs => string.Concat(_started.Reverse().Select(process => process.Log));

    public async Task StartAsync(params string[] world)
    {
        _storage = await AzuriteProcess.StartAsync(_folder.Under("azurite"));
        _started.Push(_storage.Process);
        Aws = await SimulatedAwsProcess.StartAsync(_folder.Under("credentials"), world);
        _started.Push(Aws.Process);
        await Task.WhenAll(Run("Archera.Silo", SiloSettings()), Run("Archera.Silo", SiloSettings()));
        Gateway.BaseAddress = await Run("Archera.Gateway", GatewaySettings());
        Gateway.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", OperatorKey);
    }

    /// <summary>Stops everything, the last started first, and says how each ended.</summary>
    public async Task<IReadOnlyList<(string Name, int ExitCode)>> StopAsync()
    {
        var ends = new List<(string, int)>();
        foreach (var process in _started)
            ends.Add((process.Name, await process.TerminateAsync()));
        return ends;
    }

    public async ValueTask DisposeAsync()
    {
        Gateway.Dispose();
        foreach (var process in _started)
            await process.DisposeAsync();
        Aws?.Control.Dispose();
        _folder.Dispose();
    }

    private Task<Uri> Run(string project, Dictionary<string, string> settings)
    {
        var process = BuiltProgram.Start(project, FreePort, settings, _folder.Path);
        _started.Push(process);
        return process.AddressAsync();
    }

    private Dictionary<string, string> SiloSettings() => new(Common())
    {
        ["Cluster:Profile"] = "Cluster",
        ["Cluster:SiloPort"] = "0",
        ["Cluster:GatewayPort"] = "0",
        // So long is a destroyed key waited for.
        ["Keys:CacheSeconds"] = "1",
        ["Keys:Directory"] = _folder.Under("keys"),
        ["Refresh:HistoryDays"] = HistoryDays,
        ["Aws:EndpointOverride"] = Aws.Control.BaseAddress!.ToString(),
        ["Aws:ProfilesLocation"] = Aws.Credentials,
        // What the simulated AWS grants, so that the test waits for no budget.
        ["Aws:Calls:CostExplorerPerSecond"] = "5",
        ["Aws:Calls:CostExplorerBurst"] = "10",
    };

    private Dictionary<string, string> GatewaySettings() => new(Common())
    {
        ["Orleans:ClusterId"] = "archera",
        ["Orleans:ServiceId"] = "archera",
        ["Orleans:Clustering:ProviderType"] = "AzureTableStorage",
        ["Orleans:Clustering:ConnectionName"] = "storage",
        ["Orleans:Clustering:TableName"] = "ArcheraSilos",
        ["Operator:Key"] = OperatorKey,
    };

    private Dictionary<string, string> Common() => new()
    {
        ["ConnectionStrings:storage"] = _storage.ConnectionString,
        ["Onboarding:VendorPrincipalArn"] = Aws.VendorArn,
        ["Aws:Partitions:aws:Profile"] = "vendor",
    };
}
