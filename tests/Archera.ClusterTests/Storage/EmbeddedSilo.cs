using Archera.Silo;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Archera.ClusterTests.Storage;

/// <summary>The product's own silo in profile Embedded on a directory, in this process.</summary>
public sealed class EmbeddedSilo : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EmbeddedSilo(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public IGrainStorage Storage => Services.GetRequiredKeyedService<IGrainStorage>("Default");

    public IReminderTable Reminders => Services.GetRequiredService<IReminderTable>();

    public Uri Address => new(_app.Urls.Single());

    public static async Task<EmbeddedSilo> StartAsync(
        TemporaryDirectory directory, params KeyValuePair<string, string?>[] settings)
    {
        var app = SiloApplication.Create(
            [],
            [
                new("urls", "http://127.0.0.1:0"),
                new("Embedded:Directory", directory.Path),
                new("Keys:Directory", directory.Keys),
                new("Keys:Store", directory.KeyStore),
                .. settings,
            ],
            builder => builder.Logging.ClearProviders());
        await app.StartAsync();
        return new EmbeddedSilo(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
