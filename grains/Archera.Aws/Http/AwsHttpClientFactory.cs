using System.Net;
using Amazon.Runtime;
using Archera.Aws.Calls;
using Microsoft.Extensions.Options;

namespace Archera.Aws.Http;

/// <summary>
/// One HTTP client for all accounts and APIs of the process. It holds no credentials: requests are signed by each
/// account's own SDK client, and only connections are shared.
/// </summary>
internal sealed class AwsHttpClientFactory : HttpClientFactory, IDisposable
{
    private readonly HttpClient _client;

    public AwsHttpClientFactory(IOptions<AwsCallOptions> options, OutboundGuard guard, TimeProvider time)
    {
        var sockets = new SocketsHttpHandler
        {
            // A redirect would carry the external id and the session token to another host.
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = options.Value.UseProxy,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = options.Value.ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            MaxConnectionsPerServer = options.Value.MaxConnections,
        };
        // A proxy of the machine's own configuration connects in our place, and checks in our place.
        if (!options.Value.UseProxy)
            sockets.ConnectCallback = guard.ConnectAsync;
        _client = new HttpClient(new AnswerHandler(sockets, guard, options.Value, time), disposeHandler: true)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => _client;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    public void Dispose() => _client.Dispose();
}
