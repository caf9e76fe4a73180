using Archera.Aws;
using Archera.Gateway.Health;
using Archera.Grains;
using Archera.Silo.Custody;
using Archera.Silo.Start;

namespace Archera.Silo.Clustering;

/// <summary>A silo that serves grains to gateways, and over HTTP its health alone.</summary>
internal static class ClusterApplication
{
    // All that the start-up check may take; Azure's own retries fit in.
    private static readonly TimeSpan CheckTimeout = TimeSpan.FromSeconds(30);

    public static WebApplication Build(
        WebApplicationBuilder builder, ProfileOptions profile, Action<WebApplicationBuilder>? configure)
    {
        var state = SectionReader.Read<StateOptions>(builder.Configuration, StateOptions.Section);
        var queues = SectionReader.Read<UsageQueueOptions>(builder.Configuration, UsageQueueOptions.Section);
        var account = StorageAccount.From(builder.Configuration);
        var keys = SectionReader.Read<KeyOptions>(builder.Configuration, KeyOptions.Section);
        ClusterKeys.RequireComplete(keys, state);
        var custody = Require(account, state, queues, keys);
        builder.UseOrleans(silo => silo.AddClusterProfile(profile, state, queues, account));
        builder.Services.AddCustody(custody);
        builder.Services.AddArcheraAws(builder.Configuration);
        builder.Services.AddArcheraGrains(builder.Configuration);
        builder.Services.AddArcheraHealth();
        configure?.Invoke(builder);
        var app = builder.Build();
        app.MapArcheraHealth();
        CustodyLog.Opened(app.Logger, custody.Ring.Directory, custody.Store.Place);
        return app;
    }

    // The start has no asynchronous caller: it ends in a built application or in a refusal.
    private static KeyCustody Require(
        StorageAccount account, StateOptions state, UsageQueueOptions queues, KeyOptions keys)
    {
        using var timeout = new CancellationTokenSource(CheckTimeout);
        return OpenAsync(timeout.Token).GetAwaiter().GetResult();

        async Task<KeyCustody> OpenAsync(CancellationToken cancellationToken)
        {
            await StorageAccountCheck.RequireAsync(account, state, queues, keys.Container, cancellationToken);
            return await ClusterKeys.OpenAsync(keys, state, account, cancellationToken);
        }
    }
}
