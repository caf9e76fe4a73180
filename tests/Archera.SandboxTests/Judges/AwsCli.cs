using System.ComponentModel;
using System.Diagnostics;

namespace Archera.SandboxTests.Judges;

/// <summary>AWS's own command line as an independent client; a machine without it skips, and says so.</summary>
internal static class AwsCli
{
    internal static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        Sandbox sandbox, SigningKeys keys, params string[] arguments)
    {
        var start =
            new ProcessStartInfo("aws", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["AWS_ENDPOINT_URL"] = sandbox.Aws.Endpoint.ToString();
        start.Environment["AWS_DEFAULT_REGION"] = "us-east-1";
        start.Environment["AWS_DEFAULT_OUTPUT"] = "json";
        start.Environment["AWS_MAX_ATTEMPTS"] = "1";
        start.Environment["AWS_CONFIG_FILE"] = "/dev/null";
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null";
        start.Environment["AWS_ACCESS_KEY_ID"] = keys.AccessKeyId;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = keys.Secret;
        start.Environment["AWS_SESSION_TOKEN"] = keys.Token ?? "";
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("The AWS CLI is not on this machine.");
            throw;
        }
    }
}
