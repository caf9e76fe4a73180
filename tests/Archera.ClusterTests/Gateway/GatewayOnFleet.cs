using System.Net.Http.Headers;
using System.Text;
using Archera.Client.Keys;
using Archera.ClusterTests.Fixture;
using Archera.Contracts.Identity;
using Archera.Contracts.Refresh;
using Archera.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Archera.ClusterTests.Gateway;

/// <summary>The gateway on a free loopback port, as a client of a fleet.</summary>
public sealed class GatewayOnFleet : IAsyncLifetime
{
    private readonly Dictionary<string, TenantId> _tenants = [];
    private readonly ApiKey _operatorKey = ApiKey.Generate();
    private WebApplication? _app;
    private HttpClient? _http;

    public TestFleet Fleet { get; private set; } = null!;

    /// <summary>How many payer accounts the simulated AWS has.</summary>
    public int Payers { get; init; } = TestFleet.Payers;

    /// <summary>Configuration of the silo, beside what suits every test.</summary>
    public (string Key, string Value)[] Settings { get; init; } = [];

    /// <summary>The gateway's time; the fleet has its own.</summary>
    public ShiftedTime Time { get; } = new();

    /// <summary>The keys that <see cref="OnboardAsync"/> gave.</summary>
    public IEnumerable<string> Customers => _tenants.Keys;

    public string OperatorKey => _operatorKey.Reveal();

    public async ValueTask InitializeAsync()
    {
        Fleet = await TestFleet.StartAsync(payers: Payers, settings: Settings);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Operator:Key"] = OperatorKey,
            ["Onboarding:VendorPrincipalArn"] = Fleet.Aws.Vendor.UserArn,
            ["Aws:Partitions:aws:Profile"] = "vendor",
        });
        builder.Services.AddSingleton(Fleet.Grains);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddArcheraGateway(builder.Configuration);
        _app = builder.Build();
        _app.MapArcheraGateway();
        await _app.StartAsync();
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
        await Fleet.DisposeAsync();
    }

    public async Task<HttpAnswer> SendAsync(
        string method, string path, string key, string? json = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _http!.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new HttpAnswer((int)response.StatusCode, response.Headers, text)
        {
            ContentType = response.Content.Headers.ContentType?.ToString(),
        };
    }

    public Task<HttpAnswer> GetAsync(string path, string key) => SendAsync("GET", path, key);

    public Task<HttpAnswer> CreateTenantAsync(string name, params (string Name, string Value)[] headers) =>
        SendAsync("POST", "/api/v1/operator/tenants", OperatorKey, $$"""{"name":"{{name}}"}""", headers);

    public Task<HttpAnswer> ClaimAsync(
        PayerAccountKey payer, string key, string mode = "Payer", string tier = "Production") => SendAsync(
        "POST",
        "/api/v1/payer-accounts",
        key,
        $$"""{"accountId":"{{payer.AccountId}}","partition":"aws","tier":"{{tier}}","mode":"{{mode}}"}""");

    /// <summary>The role that the claim asks for, as the customer is shown it.</summary>
    public async Task<CustomerTemplate> GetTemplateAsync(PayerAccountKey payer, string key) => new(
        Fleet.Aws.Roles,
        (await GetAsync($"/api/v1/payer-accounts/{payer}/onboarding/permissions.json", key)).Json);

    /// <summary>
    /// All that a customer does: claim, make the role that the claim asks for, set it, verify. The first refresh has
    /// ended.
    /// </summary>
    public async Task<string> OnboardAsync(
        PayerAccountKey payer, string mode = "Payer", string tier = "Production")
    {
        var tenant = await CreateTenantAsync("Customer");
        var key = tenant["key"]!;
        _tenants[key] = TenantId.Parse(tenant["tenantId"]!);
        await ConnectAsync(payer, key, mode, tier);
        return key;
    }

    /// <summary>Sets the role that is there for the claim and verifies it; the first refresh has ended.</summary>
    public async Task ConnectAsync(PayerAccountKey payer, string key, TenantId tenant)
    {
        _tenants[key] = tenant;
        await VerifyAsync(payer, key, $"arn:aws:iam::{payer.AccountId}:role/Archera");
        await Fleet.EndAsync(tenant, new OperationId(payer, 1));
    }

    /// <summary>The same for a further account of a tenant.</summary>
    public async Task ConnectAsync(
        PayerAccountKey payer, string key, string mode = "Payer", string tier = "Production")
    {
        await ClaimAsync(payer, key, mode, tier);
        var template = await GetTemplateAsync(payer, key);
        template.Create();
        await VerifyAsync(payer, key, template.RoleArn);
        await Fleet.EndAsync(_tenants[key], new OperationId(payer, 1));
    }

    /// <summary>Sets the role and verifies it.</summary>
    public async Task<HttpAnswer> VerifyAsync(PayerAccountKey payer, string key, string roleArn)
    {
        await SendAsync("PUT", $"/api/v1/payer-accounts/{payer}/role", key, $$"""{"roleArn":"{{roleArn}}"}""");
        return await SendAsync("POST", $"/api/v1/payer-accounts/{payer}/verification", key);
    }

    /// <summary>Reads all that is due once more.</summary>
    public Task<OperationView> RefreshAsync(PayerAccountKey payer, string key) =>
        Fleet.RefreshAsync(_tenants[key], payer);

    /// <summary>Whose key it is, of those that <see cref="OnboardAsync"/> gave.</summary>
    public TenantId TenantOf(string key) => _tenants[key];
}
