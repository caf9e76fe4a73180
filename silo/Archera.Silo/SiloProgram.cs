using Archera.Silo.Start;

namespace Archera.Silo;

/// <summary>Runs the silo until it is told to stop, and says in one line why it can't.</summary>
public static class SiloProgram
{
    public static async Task<int> RunAsync(string[] args, TextWriter errors)
    {
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
