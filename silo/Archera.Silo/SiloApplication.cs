using Archera.Gateway.Health;
using Archera.Silo.Clustering;
using Archera.Silo.Embedded;
using Archera.Silo.Health;
using Archera.Silo.Start;
using Archera.Silo.State;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Storage;

namespace Archera.Silo;

/// <summary>
/// Builds the silo of either profile as one web application, which a program runs and a sandbox embeds.
/// </summary>
public static class SiloApplication
{
    /// <summary>
    /// Where HTTP is served when neither <c>--urls</c> nor Kestrel's own configuration says otherwise.
    /// </summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <param name="args">Command line: <c>--urls</c> and any option as <c>--Section:Name value</c>.</param>
    /// <param name="settings">Settings of a program that embeds the silo; they win over every other source.</param>
    /// <param name="configure">A last word on services and logging, before anything is built.</param>
    /// <exception cref="StartRefusedException">The silo cannot start like this; the message is one line.</exception>
    public static WebApplication Create(
        string[] args,
        IEnumerable<KeyValuePair<string, string?>>? settings = null,
        Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.UseQuietDefaults();
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        var profile = SectionReader.Read<ProfileOptions>(builder.Configuration, ProfileOptions.Section);
        OptionsCheck.Require(builder.Configuration, profile.Profile);
        UseDefaultUrl(builder);
        AddStateAndLifecycle(builder, profile);
        var app = profile.Profile switch
        {
            SiloProfile.Embedded => EmbeddedApplication.Build(builder, profile, configure),
            _ => ClusterApplication.Build(builder, profile, configure),
        };
        return Validated(app);
    }

    // Here the caller gets one line; the host's own start would log a stack for the same.
    private static WebApplication Validated(WebApplication app)
    {
        try
        {
            app.Services.GetService<IStartupValidator>()?.Validate();
            return app;
        }
        catch (OptionsValidationException malformed)
        {
            (app as IDisposable).Dispose();
            throw new StartRefusedException(string.Join(" ", malformed.Failures), malformed);
        }
    }

    private static void UseDefaultUrl(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var chosen = configuration["urls"] ?? configuration["http_ports"] ?? configuration["https_ports"];
        if (string.IsNullOrEmpty(chosen) && !configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(DefaultUrl);
        if (configuration["urls"] is { Length: > 0 } urls)
            Ports.RequireFree(urls);
    }

    private static void AddStateAndLifecycle(WebApplicationBuilder builder, ProfileOptions profile)
    {
        var patience = TimeSpan.FromSeconds(profile.ShutdownSeconds);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = patience);
        // Grains are cut off a little earlier, so that what follows them in the shutdown still has time.
        builder.Services.Configure<GrainCollectionOptions>(grains => grains.DeactivationTimeout = patience * 0.8);
        builder.Services.AddSingleton<IGrainStorageSerializer, VersionedStateSerializer>();
        builder.Services.AddSingleton<IReadinessCheck, MembershipCheck>();
        builder.Services.AddSingleton<IReadinessCheck, StorageCheck>();
        builder.Services.AddSingleton<IReadinessCheck, RemindersCheck>();
        builder.Services.AddSingleton<IReadinessCheck, KeysCheck>();
    }
}
