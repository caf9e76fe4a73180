using Archera.Aws;
using Archera.Gateway.Health;
using Archera.Grains;
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
        Require(account, state, queues);
        builder.UseOrleans(silo => silo.AddClusterProfile(profile, state, queues, account));
        builder.Services.AddArcheraAws(builder.Configuration);
        builder.Services.AddArcheraGrains(builder.Configuration);
        builder.Services.AddArcheraHealth();
        configure?.Invoke(builder);
        var app = builder.Build();
        app.MapArcheraHealth();
        return app;
    }

    // The start has no asynchronous caller: it ends in a built application or in a refusal.
    private static void Require(StorageAccount account, StateOptions state, UsageQueueOptions queues)
    {
        using var timeout = new CancellationTokenSource(CheckTimeout);
        StorageAccountCheck.RequireAsync(account, state, queues, timeout.Token).GetAwaiter().GetResult();
    }
}
