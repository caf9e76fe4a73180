using Archera.EndToEndTests.Processes;

namespace Archera.EndToEndTests.Cluster;

/// <summary>The simulated AWS as a process, and the credentials of the vendor in it.</summary>
internal sealed class SimulatedAwsProcess : IAsyncDisposable
{
    private SimulatedAwsProcess(
        ProgramProcess process, Uri endpoint, IReadOnlyList<string> payers, string vendorArn, string credentials)
    {
        Process = process;
        Payers = payers;
        VendorArn = vendorArn;
        Credentials = credentials;
        Control = new HttpClient { BaseAddress = endpoint };
    }

    public ProgramProcess Process { get; }

    public IReadOnlyList<string> Payers { get; }

    public string VendorArn { get; }

    /// <summary>The file of credential profiles; the vendor's is <c>vendor</c>.</summary>
    public string Credentials { get; }

    public HttpClient Control { get; }

    public static async Task<SimulatedAwsProcess> StartAsync(string credentialsFile, params string[] world)
    {
        var process = BuiltProgram.Start("Archera.Sandbox.Aws", ["--port", "0", .. world]);
        var endpoint = (await process.LineAsync("answers at (http://[^ ,]+)")).Groups[1].Value;
        var payers = (await process.LineAsync("^Payers: (.+)$")).Groups[1].Value;
        var vendor = (await process.LineAsync("The vendor is (arn:[^ ]+)\\. ")).Groups[1].Value;
        var keys = await process.LineAsync("AWS_ACCESS_KEY_ID=(\\S+) AWS_SECRET_ACCESS_KEY=(\\S+)");
        await File.WriteAllTextAsync(
            credentialsFile,
            $"[vendor]\naws_access_key_id = {keys.Groups[1].Value}\naws_secret_access_key = {keys.Groups[2].Value}\n");
        return new SimulatedAwsProcess(process, new Uri(endpoint), payers.Split(' '), vendor, credentialsFile);
    }

    public ValueTask DisposeAsync()
    {
        Control.Dispose();
        return Process.DisposeAsync();
    }
}
