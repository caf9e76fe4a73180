using System.ComponentModel;
using System.Diagnostics;

namespace Archera.SandboxTests.Judges;

/// <summary>Scripts that judge us with AWS's own Python packages; a machine without them skips, and says so.</summary>
internal static class Python
{
    /// <summary>What a script ends with whose packages are not there.</summary>
    private const int Missing = 3;

    /// <summary>Runs a script and gives what it prints to its two outputs; it must end well.</summary>
    /// <param name="input">What the script reads from its standard input.</param>
    public static async Task<(string Output, string Error)> RunAsync(
        string script, string input = "", params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("python3", ["-c", script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var python = Launch(start);
        await python.StandardInput.WriteAsync(input);
        python.StandardInput.Close();
        var output = python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(python.ExitCode == Missing, "AWS's Python packages are not on this machine.");
        python.ExitCode.ShouldBe(0, await error);
        return (await output, await error);
    }

    private static Process Launch(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("Python is not on this machine.");
            throw;
        }
    }
}
