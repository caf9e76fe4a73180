using Microsoft.Extensions.Configuration.Memory;

namespace Archera.Silo.Start;

/// <summary>Logs as they are when nobody configures them: our own lines and warnings, one line each.</summary>
internal static class SiloLogging
{
    private static readonly KeyValuePair<string, string?>[] Levels =
    [
        new("Logging:LogLevel:Default", "Information"),
        new("Logging:LogLevel:Microsoft.AspNetCore", "Warning"),
        new("Logging:LogLevel:Orleans", "Warning"),
        new("Logging:LogLevel:Polly", "Warning"),
    ];

    public static void UseQuietDefaults(this WebApplicationBuilder builder)
    {
        // First in the list, so that files, variables and arguments win.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Levels });
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
    }
}
