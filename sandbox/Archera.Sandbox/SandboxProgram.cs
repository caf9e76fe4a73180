using Archera.Sandbox.Hosting;
using Archera.Sandbox.Options;
using Archera.Sandbox.Progress;
using Archera.Sandbox.PublicApi;
using Archera.Silo.Start;

namespace Archera.Sandbox;

/// <summary>Runs the sandbox and turns every way it can end into an exit code and, where it failed, one line.</summary>
internal static class SandboxProgram
{
    internal static async Task<int> RunAsync(SandboxOptions options)
    {
        using var signals = new StopSignals();
        var console = new SandboxConsole(options.Once, TimeProvider.System);
        try
        {
            return await new SandboxRun(options, console, TimeProvider.System).RunAsync(signals.Token);
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            console.Line("Stopped.");
            return options.Once ? ExitCode.Interrupted : ExitCode.Ok;
        }
        catch (Exception failure) when (IsExplained(failure))
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return ExitCode.Failed;
        }
    }

    private static bool IsExplained(Exception failure) =>
        failure is SandboxException or StartRefusedException or ApiRefusalException or HttpRequestException
            or IOException or UnauthorizedAccessException;
}
