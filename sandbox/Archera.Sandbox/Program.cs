using System.CommandLine;
using Archera.Sandbox;
using Archera.Sandbox.Options;

var parsed = new SandboxCommand().Build(SandboxProgram.RunAsync).Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
        await Console.Error.WriteLineAsync(error.Message);
    await Console.Error.WriteLineAsync("Run with --help for every option.");
    return ExitCode.Usage;
}

return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
