using Archera.Silo.Start;

namespace Archera.Silo;

/// <summary>Runs the silo until it is told to stop, and says in one line why it can't.</summary>
public static class SiloProgram
{
    private const string Usage =
        """
        Usage: Archera.Silo [--urls <address>] [--<Section>:<Option> <value>]...

        Runs a silo until SIGTERM or Ctrl-C. Without options: one process with the HTTP API on http://127.0.0.1:5080,
        its data and keys in archera-data, archera-keys and archera-keystore of the working directory.
        docs/operations.md lists every option, such as --Embedded:Directory; environment variables spell it
        Embedded__Directory.
        """;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args.Any(arg => arg is "--help" or "-h" or "-?"))
        {
            await output.WriteLineAsync(Usage);
            return 0;
        }

        try
        {
            using var signals = new StopSignals();
            await using var app = SiloApplication.Create(
                args, configure: builder => builder.Services.AddSingleton<IHostLifetime>(signals));
            await RunAsync(app, signals);
            return 0;
        }
        catch (Exception refused) when (StartRefusal.Explain(refused) is { } line)
        {
            await errors.WriteLineAsync($"Archera.Silo: {line}");
            return 1;
        }
    }

    private static async Task RunAsync(WebApplication app, StopSignals signals)
    {
        if (signals.Told.IsCancellationRequested)
            return;
        try
        {
            await app.StartAsync(signals.OutOfPatience);
        }
        catch (OperationCanceledException) when (signals.OutOfPatience.IsCancellationRequested)
        {
            return;
        }

        await app.WaitForShutdownAsync(signals.Told);
    }
}
