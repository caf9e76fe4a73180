using Archera.Silo.Start;

namespace Archera.Silo;

/// <summary>Runs the silo until it is told to stop, and says in one line why it can't.</summary>
public static class SiloProgram
{
    public static async Task<int> RunAsync(string[] args, TextWriter errors)
    {
        try
        {
            await using var app = SiloApplication.Create(args);
            await RunAsync(app);
            return 0;
        }
        catch (Exception refused) when (StartRefusal.Explain(refused) is { } line)
        {
            await errors.WriteLineAsync($"Archera.Silo: {line}");
            return 1;
        }
    }

    private static async Task RunAsync(WebApplication app)
    {
        try
        {
            await app.RunAsync();
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Told to stop while it was starting.
        }
    }
}
