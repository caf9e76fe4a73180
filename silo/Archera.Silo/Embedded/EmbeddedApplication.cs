using Archera.Aws;
using Archera.Gateway;
using Archera.Grains;
using Archera.Silo.Custody;
using Archera.Silo.Start;

namespace Archera.Silo.Embedded;

/// <summary>Silo and HTTP API in one process over one data directory.</summary>
internal static class EmbeddedApplication
{
    public static WebApplication Build(
        WebApplicationBuilder builder, ProfileOptions profile, Action<WebApplicationBuilder>? configure)
    {
        var options = SectionReader.Read<EmbeddedOptions>(builder.Configuration, EmbeddedOptions.Section);
        var keys = SectionReader.Read<KeyOptions>(builder.Configuration, KeyOptions.Section);
        EmbeddedKeys.RequireApart(keys, options);
        var data = EmbeddedData.Open(options, keys);
        KeyCustody? custody = null;
        try
        {
            custody = EmbeddedKeys.Open(keys, data);
            return Build(builder, profile, data, custody, configure);
        }
        catch
        {
            custody?.Dispose();
            data.Dispose();
            throw;
        }
    }

    private static WebApplication Build(
        WebApplicationBuilder builder,
        ProfileOptions profile,
        EmbeddedData data,
        KeyCustody custody,
        Action<WebApplicationBuilder>? configure)
    {
        var ownKey = ProvideOperatorKey(builder.Configuration, data.Directory);
        builder.UseOrleans(silo => silo.AddEmbeddedProfile(profile, data.Database));
        builder.Services.AddSingleton(_ => data);
        builder.Services.AddCustody(custody);
        builder.Services.AddArcheraAws(builder.Configuration);
        builder.Services.AddArcheraGrains(builder.Configuration);
        builder.Services.AddArcheraGateway(builder.Configuration);
        configure?.Invoke(builder);
        var app = builder.Build();
        // Made first, it is disposed last.
        app.Services.GetRequiredService<EmbeddedData>();
        app.Services.GetRequiredService<KeyCustody>();
        app.MapArcheraGateway();
        app.Logger.DataDirectoryOpened(data.Directory.Path);
        CustodyLog.Opened(app.Logger, custody.Ring.Directory, custody.Store.Place);
        if (ownKey)
            app.Logger.OperatorKeyInFile(data.Directory.OperatorKey);
        return app;
    }

    private static bool ProvideOperatorKey(ConfigurationManager configuration, DataDirectory directory)
    {
        if (!string.IsNullOrEmpty(configuration[OperatorKeyFile.Option]))
            return false;
        var key = OperatorKeyFile.ReadOrCreate(directory.OperatorKey);
        configuration.AddInMemoryCollection([new(OperatorKeyFile.Option, key)]);
        return true;
    }
}
