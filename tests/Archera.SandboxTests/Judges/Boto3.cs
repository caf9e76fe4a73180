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
        var (output, _) = await Python.RunAsync(
            $"{Start}\n{script}",
            input,
            ("AWS_ENDPOINT_URL", sandbox.Aws.Endpoint.ToString()),
            ("AWS_CONFIG_FILE", "/dev/null"),
            ("AWS_SHARED_CREDENTIALS_FILE", "/dev/null"),
            ("AWS_ACCESS_KEY_ID", keys.AccessKeyId),
            ("AWS_SECRET_ACCESS_KEY", keys.Secret),
            ("AWS_SESSION_TOKEN", keys.Token ?? ""));
        return output;
    }
}
