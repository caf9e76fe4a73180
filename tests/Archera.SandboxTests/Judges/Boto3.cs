using System.ComponentModel;
using System.Diagnostics;

namespace Archera.SandboxTests.Judges;

/// <summary>AWS's SDK for Python as an independent client; a machine without it skips, and says so.</summary>
internal static class Boto3
{
    private const string Start = """
        import json, sys
        try:
            import boto3
            from botocore.config import Config
            from botocore.exceptions import ClientError
        except ImportError:
            sys.exit(3)
        def client(service, region="us-east-1"):
            return boto3.client(service, region_name=region, config=Config(retries={"total_max_attempts": 1}))
        """;

    /// <summary>Runs a script that has <c>client(service, region)</c> and gives what it prints.</summary>
    /// <param name="input">What the script reads from its standard input.</param>
    internal static async Task<string> RunAsync(Sandbox sandbox, SigningKeys keys, string script, string input = "")
    {
        var start = new ProcessStartInfo("python3", ["-c", $"{Start}\n{script}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AWS_ENDPOINT_URL"] = sandbox.Aws.Endpoint.ToString();
        start.Environment["AWS_CONFIG_FILE"] = "/dev/null";
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null";
        start.Environment["AWS_ACCESS_KEY_ID"] = keys.AccessKeyId;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = keys.Secret;
        start.Environment["AWS_SESSION_TOKEN"] = keys.Token ?? "";
        using var python = Launch(start);
        await python.StandardInput.WriteAsync(input);
        python.StandardInput.Close();
        var output = python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(python.ExitCode == 3, "Boto3 is not on this machine.");
        python.ExitCode.ShouldBe(0, await error);
        return await output;
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
