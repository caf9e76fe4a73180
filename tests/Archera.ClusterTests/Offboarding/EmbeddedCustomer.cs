using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Archera.ClusterTests.Fixture;
using Archera.ClusterTests.Storage;
using Archera.Sandbox.Aws.Hosting;
using Archera.Sandbox.Aws.Worlds;
using Archera.Sandbox.Aws.Worlds.Restatements;
using Archera.Silo.Custody;
using Microsoft.Extensions.DependencyInjection;

namespace Archera.ClusterTests.Offboarding;

/// <summary>A customer of profile Embedded, over HTTP, with a service in its bill that nobody else has.</summary>
public sealed class EmbeddedCustomer : IAsyncDisposable
{
    public const string Canary = "Canary Almanac Service";

    private const int HistoryDays = 5;

    private readonly EndedWork _refreshes = new("archera.refresh.ended");
    private readonly EndedWork _tries = new("archera.offboarding.tries");
    private readonly TemporaryDirectory _directory = new();
    private readonly HttpClient _http = new();
    private SimulatedAws _aws = null!;
    private EmbeddedSilo _silo = null!;

    public string Data => _directory.Path;

    public string Account => _aws.World.Organizations[0].PayerAccountId;

    public string ExternalId { get; private set; } = "";

    public string Tenant { get; private set; } = "";

    public KeyChain Keys => _silo.Services.GetRequiredService<KeyChain>();

    private string Payer => $"/api/v1/payer-accounts/aws:{Account}";

    public static async Task<EmbeddedCustomer> StartAsync()
    {
        var customer = new EmbeddedCustomer();
        customer._aws = await SimulatedAws.StartAsync(
            new SimulatedAwsOptions
            {
                World = AwsWorld.Generate(
                    new GeneratedWorldOptions { Payers = 1, LinkedPerPayer = 3, Services = 4 }),
                EnforceQuotas = false,
            },
            TestContext.Current.CancellationToken);
        var aws = customer._aws;
        var day = aws.Clock.Today.AddDays(-2);
        aws.Restate(new Restatement(customer.Account, day, Canary, customer.Account, 1234.5678m));
        var profiles = Path.Combine(customer._directory.Keys, "..", "credentials");
        await File.WriteAllTextAsync(
            profiles,
            $"[vendor]\naws_access_key_id = {aws.Vendor.AccessKeyId}\n"
            + $"aws_secret_access_key = {aws.Vendor.SecretAccessKey}\n");
        customer._silo = await EmbeddedSilo.StartAsync(
            customer._directory,
            new("Aws:EndpointOverride", aws.Endpoint.ToString()),
            new("Aws:ProfilesLocation", profiles),
            new("Aws:Partitions:aws:Profile", "vendor"),
            new("Onboarding:VendorPrincipalArn", aws.Vendor.UserArn),
            new("Onboarding:SettlingDelay", "00:00:00.010"),
            new("Refresh:HistoryDays", HistoryDays.ToString(CultureInfo.InvariantCulture)));
        customer._http.BaseAddress = customer._silo.Address;
        return customer;
    }

    /// <summary>Claims, makes the role, verifies; the first refresh has ended.</summary>
    public async Task ConnectAsync()
    {
        Authorize(File.ReadAllText(Path.Combine(Data, "operator.key")).Trim());
        var tenant = await SendAsync("POST", "/api/v1/operator/tenants", new { name = "Customer" });
        Tenant = (string)tenant["tenantId"]!;
        Authorize((string)tenant["key"]!);
        var claim = await SendAsync(
            "POST", "/api/v1/payer-accounts", new { accountId = Account, partition = "aws", tier = "Trial" });
        ExternalId = (string)claim["externalId"]!;
        var role = $"arn:aws:iam::{Account}:role/Archera";
        _aws.Roles.Put(role, Trust(), Permissions);
        await SendAsync("PUT", $"{Payer}/role", new { roleArn = role });
        var verified = await SendAsync("POST", $"{Payer}/verification", null);
        ((string?)verified["connection"]).ShouldBe("Connected", verified.ToJsonString());
        await EndAsync(_refreshes, $"aws:{Account}-1");
        var costs = await SendAsync(
            "GET",
            $"/api/v1/costs?start={_aws.Clock.Today.AddDays(-HistoryDays):yyyy-MM-dd}"
            + $"&end={_aws.Clock.Today:yyyy-MM-dd}&groupBy=Service&requireComplete=true",
            null);
        costs.ToJsonString().ShouldContain(Canary);
    }

    /// <summary>The operation, once it has ended.</summary>
    public async Task<JsonNode> LeaveAsync()
    {
        var begun = await SendAsync("DELETE", Payer, null);
        return await EndAsync(_tries, (string)begun["id"]!);
    }

    public async Task<int> StatusAsync()
    {
        using var answer = await _http.GetAsync(Payer, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    public async Task<JsonNode> SendAsync(string method, string path, object? body)
    {
        using var content = body is null ? null : JsonContent.Create(body);
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), path) { Content = content };
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_silo is not null)
            await _silo.DisposeAsync();
        await _aws.DisposeAsync();
        _refreshes.Dispose();
        _tries.Dispose();
        _directory.Dispose();
    }

    /// <summary>The counters are the whole process's: other tests' work may signal, too.</summary>
    private async Task<JsonNode> EndAsync(EndedWork work, string operation)
    {
        using var patience = new CancellationTokenSource(TestFleet.Patience);
        while (true)
        {
            var ended = work.Next;
            using var answer = await _http.GetAsync($"/api/v1/operations/{operation}", patience.Token);
            var view = JsonNode.Parse(await answer.Content.ReadAsStringAsync(patience.Token))!;
            if (answer.IsSuccessStatusCode && (string?)view["state"] != "Running")
                return view;
            await ended.WaitAsync(patience.Token);
        }
    }

    private const string Permissions = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["ce:Get*","organizations:*",
        "savingsplans:Describe*","ec2:Describe*","cloudwatch:GetMetricData","cloudwatch:ListMetrics"],"Resource":"*"}]}
        """;

    private void Authorize(string key) =>
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);

    private string Trust() => $$"""
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{_aws.Vendor.UserArn}}"},
        "Action":["sts:AssumeRole"],"Condition":{"StringEquals":{"sts:ExternalId":"{{ExternalId}}"} } },
        {"Effect":"Allow","Principal":{"AWS":"{{_aws.Vendor.UserArn}}"},"Action":["sts:SetSourceIdentity"]}]}
        """;
}
