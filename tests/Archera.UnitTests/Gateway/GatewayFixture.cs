using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Archera.Client.Keys;
using Archera.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Archera.UnitTests.Gateway;

/// <summary>
/// The gateway on a free loopback port, over a cluster that knows one tenant key and throws at anything else.
/// </summary>
public sealed class GatewayFixture : IAsyncLifetime
{
    private WebApplication? _app;

    public static ApiKey OperatorKey { get; } = Key("arc_operator_operatoroperatoroperatoroperator");

    public static ApiKey TenantKey { get; } = Key("arc_tenant01_tenanttenanttenanttenanttenant00");

    /// <summary>What the cluster throws at whatever it does not know.</summary>
    public Func<Exception> ClusterThrows { get; set; } = NeverAsked;

    public KeptLog Log { get; } = new();

    public HttpClient Http { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    public static Exception NeverAsked() => new InvalidOperationException("A grain was asked.");

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Operator:Key"] = OperatorKey.Reveal(),
            ["Onboarding:VendorPrincipalArn"] = "arn:aws:iam::999999999999:user/archera",
            ["Aws:Partitions:aws:Profile"] = "vendor",
            ["Aws:Partitions:aws-cn:Profile"] = "vendor-cn",
            ["Aws:EndpointOverride"] = "http://user:password@127.0.0.1:5555/path",
        });
        builder.Services.AddSingleton<IGrainFactory>(new KeysOnlyGrainFactory(TenantKey, () => ClusterThrows()));
        builder.Services.AddArcheraGateway(builder.Configuration);
        _app = builder.Build();
        _app.MapArcheraGateway();
        await _app.StartAsync();
        Http = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
    }

    internal async Task<GatewayAnswer> SendAsync(
        HttpMethod method, string path, ApiKey? key, HttpContent? content = null, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key.Reveal());
        if (idempotencyKey is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await GatewayAnswer.ReadAsync(response);
    }

    internal Task<GatewayAnswer> GetAsync(string path, ApiKey? key) => SendAsync(HttpMethod.Get, path, key);

    internal Task<GatewayAnswer> PostAsync(string path, ApiKey? key, string json) =>
        SendAsync(HttpMethod.Post, path, key, Json(json));

    internal static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    internal static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static ApiKey Key(string text) =>
        ApiKey.TryParse(text, out var key) ? key : throw new FormatException(text);
}
